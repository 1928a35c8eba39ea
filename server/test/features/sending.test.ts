import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, dataOf, listOf, send, submit } from '../support/acts.ts';
import type { Answer } from '../support/client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate, instructor, mint, service } from '../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const MESSAGE = { type: 'graded', title: 'Graded', message: 'See the mark.' };
const CREATE = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created notification { id seq createdAt } }
}`;
const CREATE_MANY = `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`;

interface Created {
  createNotification: { created: boolean; notification: { id: string; seq: number; createdAt: string } };
}

const create = (input: object, token = service()): Promise<Answer<Created>> =>
  server.ask(CREATE, { input: { ...MESSAGE, ...input } }, token);
const createMany = (input: object, token = service()) =>
  server.ask<{ createNotifications: { createdCount: number } }>(
    CREATE_MANY,
    { input: { ...MESSAGE, ...input } },
    token,
  );

/** Everything that a send could have left behind. */
const traces = async () => {
  const [row] = await server.sql(`select
    (select count(*) from notifications)::int as notifications, (select count(*) from users)::int as users,
    (select count(*) from idempotency_keys)::int as keys, (select count(*) from bulk_sends)::int as bulks,
    (select coalesce(sum(seq), 0) from inbox)::int as seqs`);
  return row!;
};

describe('who may send', () => {
  test.each([
    ['a candidate', candidate('casey')],
    ['an instructor', instructor('iris')],
    [
      'a service with another scope',
      mint({ sub: 'other', scope: 'notifications:read notifications:created' }),
    ],
    ['a service whose scope is a list without it', mint({ sub: 'other', scope: ['notifications:read'] })],
    ['whoever claims a role that there is not', mint({ sub: 'ada', role: 'admin' })],
  ])('not %s', async (_who, token) => {
    const before = await traces();
    expect((await create({ recipientId: 'nobody' }, token)).code).toBe('FORBIDDEN');
    expect((await createMany({ recipientIds: ['nobody'] }, token)).code).toBe('FORBIDDEN');
    expect(await traces()).toEqual(before);
  });

  test('a service, which becomes no user by it', async () => {
    await dataOf(create({ recipientId: 'casey' }, service('mailer')));
    expect(await server.sql(`select from users where id = 'mailer'`)).toEqual([]);
  });
});

describe('an e-mail address instead of an id', () => {
  const WORDS = "recipientId is the user's id, not an e-mail address";

  beforeAll(async () => {
    await dataOf(server.ask('{ viewer { id } }', {}, candidate('mia', { email: 'Mia.Chen@example.com' })));
    await server.sql(
      `insert into users (id, name, email, password_hash) values ('built-in', 'B', 'built-in@example.com', 'x')`,
    );
  });

  test.each(['Mia.Chen@example.com', 'mia.chen@EXAMPLE.com', 'built-in@example.com'])(
    'of a user, %s, is refused and leaves nothing behind',
    async (recipientId) => {
      const before = await traces();
      const again = { recipientId, idempotencyKey: `to ${recipientId}` };
      for (const answer of [await create({ recipientId }), await create(again), await create(again)]) {
        expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { createNotification: null } });
        expect(answer.errors![0]).toMatchObject({ message: WORDS, extensions: { field: 'recipientId' } });
      }
      expect(await traces()).toEqual(before);
    },
  );

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

describe('recipients', () => {
  test('who were never seen find it when they come', async () => {
    const { createNotification } = await dataOf(create({ recipientId: 'stranger' }));
    expect(createNotification).toMatchObject({ created: true, notification: { seq: 1 } });
    const token = candidate('stranger', { name: 'Sam Stranger' });
    expect(await listOf(server, token)).toMatchObject([{ id: createNotification.notification.id, seq: 1 }]);
    expect(await dataOf(server.ask('{ viewer { id name } }', {}, token))).toEqual({
      viewer: { id: 'stranger', name: 'Sam Stranger' },
    });
  });

  test('who were never seen get one inbox from twenty sends at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => dataOf(create({ recipientId: 'popular' }))));
    expect(await countsOf(server, candidate('popular'))).toEqual({ seq: 20, unread: 20, unseen: 20 });
  });

  test.each(['', ' ', 'x'.repeat(256), 'a\nb', 'a\0b', 'a\udfffb'])(
    'cannot be called %j',
    async (recipientId) => {
      const before = await traces();
      expect((await create({ recipientId })).code).toBe('BAD_USER_INPUT');
      expect((await createMany({ recipientIds: ['fine', recipientId] })).code).toBe('BAD_USER_INPUT');
      expect(await traces()).toEqual(before);
    },
  );
});

describe('content', () => {
  test.each([
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }],
    ['a title of 201 emoji', { title: '🎓'.repeat(201) }],
    ['a blank title', { title: ' \t\n' }],
    ['a title with NUL', { title: 'a\0b' }],
    ['a title with a lone surrogate', { title: 'a\ud800' }],
    ['a blank message', { message: '' }],
    ['a message of 4,001 characters', { message: 'x'.repeat(4_001) }],
    ['a blank type', { type: ' ' }],
    ['a type with a line break', { type: 'a\nb' }],
    ['a category of 101 characters', { category: 'x'.repeat(101) }],
    ['a blank key', { idempotencyKey: '' }],
    ['a key of 256 characters', { idempotencyKey: 'x'.repeat(256) }],
    ['an unknown application', { applicationId: '01890000-0000-7000-8000-000000000000' }],
    [
      'an unknown application, with a key',
      { applicationId: '01890000-0000-7000-8000-000000000000', idempotencyKey: 'k' },
    ],
    ['what is no id of an application', { applicationId: `1'; drop table users` }],
    ...[
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      '//evil.example/x',
      '/\\evil.example',
      'data:text/html,<script>1</script>',
      'http://plain.example/',
      'https:// spaced.example',
      'applications/1',
      '/\t/evil.example',
      '',
    ].map((url) => [`the url ${JSON.stringify(url)}`, { url }] as const),
  ])('refuses %s, for one and for many, and leaves nothing behind', async (_what, wrong: object) => {
    const before = await traces();
    expect((await create({ recipientId: 'reader', ...wrong })).code).toBe('BAD_USER_INPUT');
    expect((await createMany({ recipientIds: ['reader', 'reader2'], ...wrong })).code).toBe('BAD_USER_INPUT');
    const after = await traces();
    // A bulk with a key remembers its place, so that it can be repeated; it has sent nothing.
    expect({ ...after, bulks: 0 }).toEqual({ ...before, bulks: 0 });
  });

  test('takes all that fits, and gives it back as it was', async () => {
    const content = {
      title: '🎓'.repeat(200),
      message: `<b>${'ש'.repeat(3_993)}</b>`,
      url: 'https://example.com/ü?q=%20#x',
      type: 'x'.repeat(100),
    };
    await dataOf(create({ recipientId: 'full', ...content }));
    expect(await listOf(server, candidate('full'))).toMatchObject([content]);
    await dataOf(create({ recipientId: 'full', url: '/' }));
  });

  test('is filed by what the sender says, else by its type, else as general', async () => {
    const categoryOf = async (input: object) => {
      const { createNotification } = await dataOf(create({ recipientId: 'filed', ...input }));
      const [row] = await server.sql<{ category: string }>(
        'select category from notifications where id = $1',
        [createNotification.notification.id],
      );
      return row!.category;
    };
    expect(await categoryOf({ category: 'grades' })).toBe('grades');
    expect(await categoryOf({ type: 'application_approved' })).toBe('applications');
    expect(await categoryOf({ type: 'application_approved', category: 'mine' })).toBe('mine');
    expect(await categoryOf({})).toBe('general');
  });

  test('can be about an application that there is', async () => {
    const applicationId = await submit(server, 'applies', 'iris');
    await send(server, 'applies', { applicationId });
    const { data } = await server.ask(
      '{ notifications { edges { node { application { id title } } } } }',
      {},
      candidate('applies'),
    );
    expect(data).toMatchObject({
      notifications: { edges: [{ node: { application: { id: applicationId, title: 'Rust in practice' } } }] },
    });
  });
});

describe('a key', () => {
  test('used twenty times at once brings one notification and twenty answers about it', async () => {
    const input = { recipientId: 'keyed', idempotencyKey: 'exam-7' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => dataOf(create(input))));
    const created = answers.filter(({ createNotification }) => createNotification.created);
    expect(created).toHaveLength(1);
    expect(new Set(answers.map(({ createNotification }) => createNotification.notification.id)).size).toBe(1);
    expect(new Set(answers.map(({ createNotification }) => createNotification.notification.seq))).toEqual(
      new Set([1]),
    );
    expect(await countsOf(server, candidate('keyed'))).toEqual({ seq: 1, unread: 1, unseen: 1 });
  });

  test('gives the first receipt again, to the letter', async () => {
    const input = { recipientId: 'receipt', idempotencyKey: 'once' };
    const first = (await dataOf(create(input))).createNotification;
    await send(server, 'receipt');
    const again = (await dataOf(create(input))).createNotification;
    expect(again).toEqual({ created: false, notification: first.notification });
  });

  test('with another body is a conflict', async () => {
    const input = { recipientId: 'other-body', idempotencyKey: 'once' };
    await dataOf(create(input));
    for (const other of [
      { title: 'Other' },
      { message: 'Other' },
      { url: '/x' },
      { category: 'x' },
      { type: 'x' },
    ])
      expect((await create({ ...input, ...other })).code).toBe('CONFLICT');
    expect(await countsOf(server, candidate('other-body'))).toMatchObject({ seq: 1 });
  });

  test('belongs to one service and one recipient', async () => {
    const idempotencyKey = 'shared';
    const made = [
      await dataOf(create({ recipientId: 'one', idempotencyKey }, service('a'))),
      await dataOf(create({ recipientId: 'one', idempotencyKey, title: 'Other' }, service('b'))),
      await dataOf(create({ recipientId: 'two', idempotencyKey, title: 'Third' }, service('a'))),
    ];
    expect(made.map(({ createNotification }) => createNotification.created)).toEqual([true, true, true]);
  });

  test('that was refused can be used for the right body', async () => {
    const input = { recipientId: 'retry', idempotencyKey: 'retry' };
    expect((await create({ ...input, applicationId: '01890000-0000-7000-8000-000000000000' })).code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await dataOf(create(input))).createNotification.created).toBe(true);
  });
});
