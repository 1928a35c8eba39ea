import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import { createKey, keysOf, madeKey, revokeKey } from '../../support/keys.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, withRedis, type TestServer } from '../../support/server.ts';
import { Socket } from '../../support/socket.ts';
import { until } from '../../support/until.ts';

let here: TestServer;
let there: TestServer;

beforeAll(async () => {
  here = await startServer(withRedis());
  there = await startServer(withRedis(), here.databaseUrl);
});

afterAll(async () => {
  await there.close();
  await here.close();
});

const codeAt = async (server: TestServer, key: string) =>
  (await sendingTo(() => server).create({ recipientId: 'casey' }, key)).code;

const REVOKED = { code: 4403, reason: 'The service key was revoked' };

describe('a revoked key', () => {
  test('ends on every replica, with its sockets and no others', async () => {
    const { secret, serviceKey } = await madeKey(here);
    const other = await madeKey(here);
    await until(async () => (await codeAt(there, secret)) === undefined);
    await until(async () => (await codeAt(there, other.secret)) === undefined);
    const sockets = await Promise.all([here, there].map(({ url }) => Socket.open(url, secret)));
    const spared = await Promise.all([here, there].map(({ url }) => Socket.open(url, other.secret)));
    const { revokeServiceKey } = await dataOf(revokeKey(here, serviceKey.id));
    expect(revokeServiceKey).toMatchObject({ secret: null, serviceKey: { id: serviceKey.id } });
    expect(revokeServiceKey.serviceKey.revokedAt).not.toBeNull();
    // Here at once, before it was answered.
    expect(await codeAt(here, secret)).toBe('UNAUTHENTICATED');
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([REVOKED, REVOKED]);
    expect(await codeAt(there, secret)).toBe('UNAUTHENTICATED');
    expect(spared.every(({ isOpen }) => isOpen)).toBe(true);
    for (const server of [here, there]) expect(await codeAt(server, other.secret)).toBeUndefined();
  });

  test('stays so, however often it is revoked', async () => {
    const { serviceKey } = await madeKey(here, { service: 'again' });
    const asked = await Promise.all(
      Array.from({ length: 5 }, (_, index) => revokeKey(index % 2 ? here : there, serviceKey.id)),
    );
    const moments = asked.map(({ data }) => data.revokeServiceKey.serviceKey.revokedAt);
    expect(new Set(moments).size).toBe(1);
    expect(await here.sql('select act from audit_log where object_id = $1', [serviceKey.id])).toHaveLength(2);
  });

  test.each(['01890000-0000-7000-8000-000000000000', 'x', '', "' or true --", '__proto__'])(
    'is none of the id %j',
    async (id) => {
      expect((await revokeKey(here, id)).code).toBe('NOT_FOUND');
    },
  );

  test('ends also where nobody tells, as by the command', async () => {
    const { secret, serviceKey } = await madeKey(here, { service: 'untold' });
    const socket = await Socket.open(here.url, secret);
    await here.sql(
      `with change as (update service_keys_version set version = version + 1)
       update service_keys set revoked_at = now() where id = $1`,
      [serviceKey.id],
    );
    expect(await socket.closed).toEqual(REVOKED);
    expect(await codeAt(here, secret)).toBe('UNAUTHENTICATED');
  });

  test('in the middle of many sends: each is done or refused, and none after', async () => {
    const { secret, serviceKey } = await madeKey(here, { service: 'busy' });
    const { create } = sendingTo(() => here);
    const answers: (string | undefined)[] = [];
    let isOver = false;
    const senders = Array.from({ length: 8 }, async (_, sender) => {
      for (let n = 0; !isOver; n++)
        answers.push(
          (await create({ recipientId: 'busy-reader', idempotencyKey: `${sender}-${n}` }, secret)).code,
        );
    });
    await until(() => answers.length > 30);
    await dataOf(revokeKey(here, serviceKey.id));
    const [{ count: then }] = (await here.sql(COUNT)) as [{ count: number }];
    await until(() => answers.filter(Boolean).length > 30);
    isOver = true;
    await Promise.all(senders);
    expect(new Set(answers)).toEqual(new Set([undefined, 'UNAUTHENTICATED']));
    const [{ count }] = (await here.sql(COUNT)) as [{ count: number }];
    expect(count).toBe(answers.filter((code) => code === undefined).length);
    // What was under way when it was revoked, one of each sender at most.
    expect(count - then).toBeLessThanOrEqual(8);
  });

  test('does not cut off what its service has begun', async () => {
    const { secret, serviceKey } = await madeKey(here, { service: 'bulk' });
    const other = await madeKey(here, { service: 'bulk' });
    const { createMany } = sendingTo(() => here);
    const recipientIds = Array.from({ length: 5_000 }, (_, index) => `of-many-${index}`);
    const input = { recipientIds, idempotencyKey: 'many' };
    const sending = createMany(input, secret);
    await until(async () => {
      const [{ count }] = (await here.sql(
        `select count(*)::int as count from notifications where user_id like 'of-many-%'`,
      )) as [{ count: number }];
      return count > 0;
    });
    await dataOf(revokeKey(here, serviceKey.id));
    expect(await dataOf(sending)).toEqual({ createNotifications: { createdCount: 5_000 } });
    expect((await createMany(input, secret)).code).toBe('UNAUTHENTICATED');
    expect(await dataOf(createMany(input, other.secret))).toEqual({
      createNotifications: { createdCount: 5_000 },
    });
  });
});

const COUNT = `select count(*)::int as count from notifications where user_id = 'busy-reader'`;

test('rotating: a second key is valid beside the first, which is then revoked', async () => {
  const first = await madeKey(here, { service: 'rotated' });
  const second = await madeKey(there, { service: 'rotated' });
  for (const { secret } of [first, second])
    for (const server of [here, there]) await until(async () => (await codeAt(server, secret)) === undefined);
  await dataOf(revokeKey(there, first.serviceKey.id));
  await until(async () => (await codeAt(here, first.secret)) === 'UNAUTHENTICATED');
  for (const server of [here, there]) expect(await codeAt(server, second.secret)).toBeUndefined();
  expect((await keysOf(here, 'rotated')).map(({ id }) => id)).toEqual([
    second.serviceKey.id,
    first.serviceKey.id,
  ]);
});

test('a limit is one for all replicas', async () => {
  const { secret } = (await dataOf(createKey(here, { service: 'shared', requestsPerMinute: 4 })))
    .createServiceKey;
  await until(async () => (await there.ask('{ __typename }', {}, secret)).code === undefined);
  await until(async () => {
    const code = await codeAt(there, secret);
    return code !== 'UNAUTHENTICATED';
  });
  const codes = [];
  for (let n = 0; n < 4; n++) codes.push(await codeAt(n % 2 ? here : there, secret));
  expect(codes).toEqual([undefined, undefined, undefined, 'RATE_LIMITED']);
});
