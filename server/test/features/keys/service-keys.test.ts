import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newKey } from '../../../src/keys/key-text.ts';
import { dataOf, send } from '../../support/acts.ts';
import { post } from '../../support/client.ts';
import {
  auditOf,
  createKey,
  keysOf,
  madeKey,
  pageOfKeys,
  revokeKey,
  type KeyPage,
} from '../../support/keys.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Socket } from '../../support/socket.ts';
import { candidate, mint, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ TRUST_PROXY: '1' });
});

afterAll(() => server.close());

const { create } = sendingTo(() => server);

/** How both transports answer to it: the error's code, the socket's close code; undefined when it is welcome. */
async function answersTo(key: string): Promise<[string | undefined, number | undefined]> {
  const { code } = await create({ recipientId: 'casey' }, key);
  const socket = await Socket.connect(server.url);
  socket.init(key);
  const closed = await Promise.race([socket.closed.then((close) => close.code), socket.isAcknowledged]);
  return [code, closed];
}

const WELCOME = [undefined, undefined];
const REFUSED = ['UNAUTHENTICATED', 4403];

describe('a key', () => {
  test('is shown once, and of it only a hash is kept', async () => {
    const { serviceKey, secret } = await madeKey(server, { service: 'once', name: 'Nachtlauf 🌙' });
    expect(secret).toMatch(/^carillon_sk_[0-9A-Za-z]{38}$/);
    expect(serviceKey).toMatchObject({
      ...{ service: 'once', name: 'Nachtlauf 🌙', scopes: ['notifications:create'] },
      ...{ beginning: secret.slice(0, 16), requestsPerMinute: null, expiresAt: null },
      ...{ lastUsedAt: null, lastUsedAddress: null, revokedAt: null },
    });
    expect(await keysOf(server, 'once')).toEqual([serviceKey]);
    const kept = await server.sql('select * from service_keys k, audit_log a where a.object_id = k.id::text');
    expect(kept).not.toEqual([]);
    expect(JSON.stringify(kept)).not.toContain(secret.slice(17));
  });

  test('opens both transports, for its scopes and nothing else', async () => {
    const { secret } = await madeKey(server, { service: 'casey' });
    expect(await answersTo(secret)).toEqual(WELCOME);
    const declare = `mutation { removeType(name: "x") { name } }`;
    expect((await server.ask(declare, {}, secret)).code).toBe('FORBIDDEN');
    const { secret: cataloguing } = await madeKey(server, { service: 'casey', scopes: ['catalogue:write'] });
    expect((await server.ask(declare, {}, cataloguing)).code).toBe('NOT_FOUND');
    expect((await create({ recipientId: 'casey' }, cataloguing)).code).toBe('FORBIDDEN');
  });

  test('is nobody’s inbox, also where its service is called like somebody', async () => {
    await send(server, 'mia', { title: 'Only for mia' });
    const { secret } = await madeKey(server, { service: 'mia' });
    for (const query of [
      '{ viewer { id } }',
      '{ inbox { id } }',
      '{ notifications { edges { node { title } } } }',
    ])
      expect(await server.ask(query, {}, secret)).toMatchObject({ code: 'FORBIDDEN', data: null });
    const socket = await Socket.open(server.url, secret);
    const stream = socket.subscribe('subscription { notificationAdded { title } }');
    await until(() => stream.errors.length > 0);
    expect(stream.errors[0]!.extensions.code).toBe('FORBIDDEN');
    await madeKey(server, { service: 'nobody-yet' });
    expect(await server.sql(`select from users where id in ('nobody-yet')`)).toEqual([]);
  });

  test('makes and revokes no keys; nor does a service or a reader', async () => {
    const { secret, serviceKey } = await madeKey(server, { service: 'maker' });
    for (const token of [secret, service('maker'), candidate('maker')]) {
      expect((await createKey(server, { service: 'maker' }, token)).code).toBe('FORBIDDEN');
      expect((await revokeKey(server, serviceKey.id, token)).code).toBe('FORBIDDEN');
      expect((await pageOfKeys(server, {}, token)).code).toBe('FORBIDDEN');
    }
  });

  test('is the same service as its other keys and its tokens', async () => {
    const [one, other] = [
      await madeKey(server, { service: 'twin' }),
      await madeKey(server, { service: 'twin' }),
    ];
    const input = { recipientId: 'twice', idempotencyKey: 'k' };
    const created = [];
    for (const token of [one.secret, other.secret, service('twin'), service('another')])
      created.push((await dataOf(create(input, token))).createNotification.created);
    expect(created).toEqual([true, false, false, true]);
  });

  test('that is wrong in any way is refused on both transports', async () => {
    const { secret } = await madeKey(server, { service: 'wrong' });
    const flipped = secret.slice(0, 20) + (secret[20] === 'a' ? 'b' : 'a') + secret.slice(21);
    const wrong = [
      secret.slice(0, -1),
      `${secret}0`,
      flipped,
      secret.toUpperCase(),
      newKey(),
      'carillon_sk_',
      `carillon_sk_${'0'.repeat(38)}`,
      `carillon_sk_${"' or true --".padEnd(38, 'x').replaceAll(' ', '_')}`,
      `carillon_sk_${'x'.repeat(7_000)}`,
      '__proto__',
    ];
    for (const key of wrong) expect([key, await answersTo(key)]).toEqual([key, REFUSED]);
    expect(await answersTo(secret)).toEqual(WELCOME);
    const words = async (key: string) => (await create({ recipientId: 'casey' }, key)).errors![0]!.message;
    expect(await words(flipped)).toBe('The service key was cut or mistyped');
    expect(await words(newKey())).toBe('The service key is not known here, or was revoked');
  });

  test('ends at its time, and its socket with it', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const { secret, serviceKey } = await madeKey(server, { service: 'ends', expiresAt });
    expect(serviceKey.expiresAt).toBe(expiresAt);
    const socket = await Socket.open(server.url, secret);
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
    const { errors } = await create({ recipientId: 'casey' }, secret);
    expect(errors![0]!.message).toMatch(/expired|not known/);
  });
});

describe('making one', () => {
  test.each<[string, object]>([
    ['service', { service: '' }],
    ['service', { service: ' \u200b' }],
    ['service', { service: 'x'.repeat(256) }],
    ['service', { service: 'own\tcarillon' }],
    ['service', { service: 'a\0b' }],
    ['service', { service: '\ud800' }],
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: 'two\nlines' }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['admin'] }],
    ['scopes', { scopes: ['notifications:create', '__proto__'] }],
    ['scopes', { scopes: ['notifications:create catalogue:write'] }],
    ['expiresAt', { expiresAt: '2026-01-01T00:00:00Z' }],
    ['requestsPerMinute', { requestsPerMinute: 0 }],
    ['requestsPerMinute', { requestsPerMinute: -1 }],
    ['requestsPerMinute', { requestsPerMinute: 1_000_001 }],
  ])('wants a better %s than in %j, and leaves nothing behind', async (field, wanted) => {
    const before = await server.sql(
      'select (select count(*) from service_keys), (select count(*) from audit_log) as acts',
    );
    const { code, errors } = await createKey(server, wanted);
    expect([code, errors![0]!.extensions.field]).toEqual(['BAD_USER_INPUT', field]);
    expect(
      await server.sql(
        'select (select count(*) from service_keys), (select count(*) from audit_log) as acts',
      ),
    ).toEqual(before);
  });

  test('20 are valid at a time, however many are asked for at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 25 }, () => createKey(server, { service: 'eager' })),
    );
    expect(asked.filter(({ code }) => code === 'BAD_USER_INPUT')).toHaveLength(5);
    const made = asked.filter(({ code }) => code === undefined).map(({ data }) => data.createServiceKey);
    for (const { secret } of made)
      expect((await create({ recipientId: 'casey' }, secret)).code).toBeUndefined();
    await dataOf(revokeKey(server, made[0]!.serviceKey.id));
    expect((await createKey(server, { service: 'eager' })).code).toBeUndefined();
    expect((await createKey(server, { service: 'eager' })).code).toBe('BAD_USER_INPUT');
    const ended = made[1]!.serviceKey.id;
    await server.sql(`update service_keys set expires_at = now() - interval '1 second' where id = $1`, [
      ended,
    ]);
    expect((await createKey(server, { service: 'eager' })).code).toBeUndefined();
  });
});

describe('the list', () => {
  test('has all of a service, newest first, in pages that nobody else can go on with', async () => {
    const made = [];
    for (let n = 0; n < 5; n++) made.unshift((await madeKey(server, { service: 'listed' })).serviceKey.id);
    const listed: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: KeyPage = (await dataOf(pageOfKeys(server, { service: 'listed', first: 2, after })))
        .serviceKeys;
      listed.push(...page.edges.map(({ node }) => node.id));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined);
      after = page.pageInfo.hasNextPage ? page.edges.at(-1)!.cursor : null;
    }
    expect(listed).toEqual(made);
    const { serviceKeys } = await dataOf(pageOfKeys(server, { first: 1 }));
    const cursor = serviceKeys.edges[0]!.cursor;
    const bob = mint({ sub: 'bob', role: 'ADMIN' });
    expect((await pageOfKeys(server, { after: cursor }, bob)).code).toBe('BAD_USER_INPUT');
    expect((await pageOfKeys(server, { after: 'x' })).code).toBe('BAD_USER_INPUT');
    expect((await pageOfKeys(server, { first: 101 })).code).toBe('BAD_USER_INPUT');
  });
});

describe('use', () => {
  test('is noted with its address, once a minute', async () => {
    const { secret } = await madeKey(server, { service: 'used' });
    const sendFrom = (address: string) =>
      post(
        server.url,
        'mutation { createNotification(input: { recipientId: "casey", type: "t", title: "T", message: "M" }) { created } }',
        {},
        secret,
        { 'x-forwarded-for': address },
      );
    const lastUse = async () => {
      const [used] = await keysOf(server, 'used');
      const { lastUsedAt, lastUsedAddress } = used!;
      return { lastUsedAt, lastUsedAddress };
    };
    await sendFrom('203.0.113.7');
    await until(async () => (await lastUse()).lastUsedAddress === '203.0.113.7');
    const first = await lastUse();
    await sendFrom('203.0.113.8');
    // Another replica notes nothing either.
    const other = await startServer({}, server.databaseUrl);
    await other.ask('mutation { removeType(name: "x") { name } }', {}, secret);
    await other.close();
    expect(await lastUse()).toEqual(first);
  });

  test('has a limit of each key’s own, in which an operation counts once', async () => {
    const { secret } = await madeKey(server, { service: 'limited', requestsPerMinute: 3 });
    const free = await madeKey(server, { service: 'limited' });
    const two = `mutation {
      a: createNotification(input: { recipientId: "casey", type: "t", title: "T", message: "M" }) { created }
      b: createNotification(input: { recipientId: "casey", type: "t", title: "T", message: "M" }) { created }
    }`;
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await server.ask(two, {}, secret));
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined, 'RATE_LIMITED']);
    const { retryAfterMs } = answers[3]!.errors![0]!.extensions as unknown as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    const socket = await Socket.open(server.url, secret);
    const stream = socket.subscribe(two);
    await until(() => stream.errors.length > 0);
    expect(stream.errors[0]!.extensions.code).toBe('RATE_LIMITED');
    expect((await server.ask(two, {}, free.secret)).code).toBeUndefined();
  });
});

test('what is done with keys stands in the audit log, without them', async () => {
  const { secret, serviceKey } = await madeKey(server, { service: 'audited', name: 'a name' });
  await dataOf(revokeKey(server, serviceKey.id));
  await dataOf(revokeKey(server, serviceKey.id));
  const entries = (await auditOf(server)).filter(({ objectId }) => objectId === serviceKey.id);
  expect(entries).toMatchObject([
    { act: 'revokeServiceKey', actorKind: 'USER', actor: 'ada', keyId: null, address: '127.0.0.1' },
    { act: 'createServiceKey', actorKind: 'USER', actor: 'ada', keyId: null, address: '127.0.0.1' },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${secret}|a name`));
});
