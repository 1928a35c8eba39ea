import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, dataOf, listOf, send, submit } from '../../support/acts.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, instructor, mint, service } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const { create, createMany, traces } = sendingTo(() => server);

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
