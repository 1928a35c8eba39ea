import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { service } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const MESSAGE = { type: 'graded', title: 'Graded', message: 'See the mark.' };

const createMany = (input: object, token = service()) =>
  server.ask<{ createNotifications: { createdCount: number } }>(
    `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`,
    { input: { ...MESSAGE, ...input } },
    token,
  );

const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

const seqsOf = (prefix: string) =>
  server.sql<{ seq: number; count: number }>(
    `select i.seq, count(n.id)::int as count from inbox i left join notifications n on n.user_id = i.user_id
     where i.user_id like $1 group by i.user_id, i.seq`,
    [`${prefix}-%`],
  );

test('a send to many reaches 10,000 recipients, each once', async () => {
  const { createNotifications } = await dataOf(createMany({ recipientIds: named('crowd', 10_000) }));
  expect(createNotifications.createdCount).toBe(10_000);
  const inboxes = await seqsOf('crowd');
  expect(inboxes).toHaveLength(10_000);
  expect(inboxes.filter(({ seq, count }) => seq !== 1 || count !== 1)).toEqual([]);
});

test('a send to many counts a recipient who stands there twice once', async () => {
  const recipientIds = ['double-0', 'double-1', 'double-0', 'double-1', 'double-0'];
  const { createNotifications } = await dataOf(createMany({ recipientIds }));
  expect(createNotifications.createdCount).toBe(2);
  expect(await seqsOf('double')).toEqual([
    { seq: 1, count: 1 },
    { seq: 1, count: 1 },
  ]);
});

test('a send to many refuses none, and more than 10,000', async () => {
  expect((await createMany({ recipientIds: [] })).code).toBe('BAD_USER_INPUT');
  expect((await createMany({ recipientIds: named('over', 10_001) })).code).toBe('BAD_USER_INPUT');
  expect(await seqsOf('over')).toEqual([]);
});

test('a send to many that is cut off in the middle is finished by repeating it, and nobody gets it twice', async () => {
  const input = { recipientIds: named('cut', 1_200), idempotencyKey: 'cut' };
  // The database refuses somebody in the third transaction: two of 500 are saved by then.
  await server.sql(`
    create function refuse() returns trigger language plpgsql as $$ begin
      if new.user_id = 'cut-999' then raise exception 'cut'; end if; return new; end $$;
    create trigger refuse before insert on all_notifications for each row execute function refuse()`);
  expect((await createMany(input)).code).toBe('INTERNAL_SERVER_ERROR');
  expect((await seqsOf('cut')).filter(({ count }) => count === 1)).toHaveLength(1_000);

  await server.sql('drop trigger refuse on all_notifications');
  const { createNotifications } = await dataOf(createMany(input));
  expect(createNotifications.createdCount).toBe(1_200);
  const inboxes = await seqsOf('cut');
  expect(inboxes).toHaveLength(1_200);
  expect(inboxes.filter(({ seq, count }) => seq !== 1 || count !== 1)).toEqual([]);
});

test('a send to many with the same key at the same moment reaches everybody once', async () => {
  const input = { recipientIds: named('parallel', 1_100), idempotencyKey: 'parallel' };
  const answers = await Promise.all(Array.from({ length: 4 }, () => dataOf(createMany(input))));
  expect(answers.map(({ createNotifications }) => createNotifications.createdCount)).toEqual(
    Array(4).fill(1_100),
  );
  expect((await seqsOf('parallel')).filter(({ seq, count }) => seq !== 1 || count !== 1)).toEqual([]);
});

test('a send to many with a used key and another body or other recipients is a conflict; of another service it is not', async () => {
  const input = { recipientIds: ['bulk-0', 'bulk-1'], idempotencyKey: 'bulk' };
  await dataOf(createMany(input));
  expect((await createMany({ ...input, title: 'Other' })).code).toBe('CONFLICT');
  expect((await createMany({ ...input, recipientIds: ['bulk-0'] })).code).toBe('CONFLICT');
  expect(
    (await dataOf(createMany({ ...input, recipientIds: ['bulk-1', 'bulk-0'] }))).createNotifications,
  ).toEqual({
    createdCount: 2,
  });
  expect(await seqsOf('bulk')).toMatchObject([{ seq: 1 }, { seq: 1 }]);
  await dataOf(createMany(input, service('another')));
  expect(await seqsOf('bulk')).toMatchObject([{ seq: 2 }, { seq: 2 }]);
});

test('a send to many of overlapping recipients from many callers never locks up', async () => {
  const all = named('overlap', 60);
  const calls = Array.from({ length: 12 }, (_, index) =>
    dataOf(createMany({ recipientIds: index % 2 ? all : [...all].reverse() })),
  );
  await Promise.all(calls);
  expect((await seqsOf('overlap')).filter(({ seq, count }) => seq !== 12 || count !== 12)).toEqual([]);
});
