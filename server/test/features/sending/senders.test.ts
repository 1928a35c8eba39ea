import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint, service } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const { create, createMany, traces } = sendingTo(() => server);

describe('an e-mail address instead of an id', () => {
  const WORDS = "recipientId is the user's id, not an e-mail address";

  beforeAll(async () => {
    await dataOf(server.ask('{ viewer { id } }', {}, candidate('mia', { email: 'Mia.Chen@example.com' })));
    await server.sql(
      `insert into users (id, name, email, password_hash) values ('built-in', 'B', 'built-in@example.com', 'x')`,
    );
  });

  test.each([
    'Mia.Chen@example.com',
    'mia.chen@EXAMPLE.com',
    'built-in@example.com',
    ' mia.chen@example.com',
    'built-in@example.com ',
    'mailto:mia.chen@example.com',
    '<mia.chen@example.com>',
    'Mia Chen <Mia.Chen@example.com>',
  ])('of a user, %s, is refused and leaves nothing behind', async (recipientId) => {
    const before = await traces();
    const again = { recipientId, idempotencyKey: `to ${recipientId}` };
    for (const answer of [await create({ recipientId }), await create(again), await create(again)]) {
      expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { createNotification: null } });
      expect(answer.errors![0]).toMatchObject({ message: WORDS, extensions: { field: 'recipientId' } });
    }
    expect(await traces()).toEqual(before);
  });

  test('does not keep others from theirs who are sent to at the same moment', async () => {
    const answers = await Promise.all(
      ['mia', 'mia.chen@example.com', 'newcomer-1', 'mia.chen@example.com', 'newcomer-2'].map((recipientId) =>
        create({ recipientId }),
      ),
    );
    const bad = 'BAD_USER_INPUT';
    expect(answers.map(({ code }) => code)).toEqual([undefined, bad, undefined, bad, undefined]);
  });

  test('among many is refused before anything is sent, and named by its place', async () => {
    const recipientIds = Array.from({ length: 700 }, (_, index) => `many-${index}`);
    recipientIds[650] = 'mia.chen@example.com';
    const before = await traces();
    const { code, errors } = await createMany({ recipientIds, idempotencyKey: 'many with a mistake' });
    expect([code, errors![0]!.message]).toEqual([
      'BAD_USER_INPUT',
      "recipientIds are users' ids; entry 651 is an e-mail address",
    ]);
    expect(await traces()).toEqual(before);
    recipientIds[650] = 'mia';
    const again = await createMany({ recipientIds, idempotencyKey: 'many with a mistake' });
    expect(again.data).toEqual({ createNotifications: { createdCount: 700 } });
  });

  test('that is somebody’s id, or nobody’s, is an id like any other', async () => {
    await dataOf(
      server.ask('{ viewer { id } }', {}, candidate('olu@example.com', { email: 'olu@example.com' })),
    );
    await dataOf(server.ask('{ viewer { id } }', {}, candidate('olu', { email: 'olu@example.com' })));
    for (const recipientId of ['olu@example.com', 'nobody@example.com', '@', 'a@b@c', '\'@"; --'])
      expect((await create({ recipientId })).errors).toBeUndefined();
    const recipientIds = ['olu@example.com', 'nobody-else@example.com'];
    expect((await createMany({ recipientIds })).errors).toBeUndefined();
  });

  test('is looked for by an index', async () => {
    await server.sql('analyze users');
    const [plan] = await server.sql<{ 'QUERY PLAN': unknown }>(
      `explain (format json) select from users where lower(email) = lower('x@example.com')`,
    );
    expect(JSON.stringify(plan)).toContain('Index');
  });
});

describe('an admin', () => {
  const admin = (sub: string) => mint({ sub, role: 'ADMIN' });

  test('may send, as from the explorer', async () => {
    expect(await dataOf(create({ recipientId: 'casey' }, admin('ada')))).toMatchObject({
      createNotification: { created: true },
    });
    expect(await dataOf(createMany({ recipientIds: ['casey', 'robin'] }, admin('ada')))).toEqual({
      createNotifications: { createdCount: 2 },
    });
  });

  test('has keys apart from those of a service of the same name', async () => {
    const input = { recipientId: 'twice', idempotencyKey: 'k' };
    const senders = [
      admin('twin'),
      service('twin'),
      admin('twin'),
      service('user:twin'),
      service('user twin'),
    ];
    const created: boolean[] = [];
    for (const token of senders)
      created.push((await dataOf(create(input, token))).createNotification.created);
    expect(created).toEqual([true, true, false, true, true]);

    const many = { recipientIds: ['twice', 'thrice'], idempotencyKey: 'many' };
    for (const token of [admin('twin'), service('twin')]) await dataOf(createMany(many, token));
    const [{ count } = { count: 0 }] = await server.sql<{ count: number }>(
      `select count(*)::int as count from notifications where user_id = 'thrice'`,
    );
    expect(count).toBe(2);
  });
});
