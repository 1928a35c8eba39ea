import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  countsOf,
  dataOf,
  listOf,
  markAllRead,
  markAllSeen,
  markRead,
  markUnread,
  send,
  sendMany,
} from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('a new user has an empty inbox of their own', async () => {
  const { data } = await server.ask(
    '{ inbox { id counts { seq unread unseen epoch } } notifications { edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
    {},
    candidate('new'),
  );
  expect(data).toMatchObject({
    inbox: { counts: { seq: 0, unread: 0, unseen: 0 } },
    notifications: {
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    },
  });
});

describe('marking one', () => {
  test('read twice is read once: the counters, the moment and the seq stay', async () => {
    const token = candidate('twice');
    const [id] = await sendMany(server, 'twice', 2);
    const once = await markRead(server, token, id!);
    expect(once.data).toMatchObject({
      markAsRead: { notification: { isRead: true }, inbox: { counts: { seq: 3, unread: 1, unseen: 1 } } },
    });
    const twice = await markRead(server, token, id!);
    expect(twice.data).toEqual(once.data);
    expect(await countsOf(server, token)).toEqual({ seq: 3, unread: 1, unseen: 1 });
  });

  test('unread undoes read, and twice is once as well', async () => {
    const token = candidate('undo');
    const [id] = await sendMany(server, 'undo', 1);
    await markUnread(server, token, id!);
    expect(await countsOf(server, token)).toEqual({ seq: 1, unread: 1, unseen: 1 });
    await markRead(server, token, id!);
    const undone = await markUnread(server, token, id!);
    expect(undone.data).toMatchObject({
      markAsUnread: {
        notification: { isRead: false, readAt: null },
        inbox: { counts: { seq: 3, unread: 1, unseen: 1 } },
      },
    });
    expect((await markUnread(server, token, id!)).data).toEqual(undone.data);
  });

  test('twenty times at once has one effect', async () => {
    const token = candidate('storm');
    const [id] = await sendMany(server, 'storm', 3);
    const answers = await Promise.all(Array.from({ length: 20 }, () => markRead(server, token, id!)));
    expect(answers.map(({ errors }) => errors)).toEqual(Array(20).fill(undefined));
    expect(await countsOf(server, token)).toEqual({ seq: 4, unread: 2, unseen: 2 });
  });
});

describe('marking all', () => {
  test('spares what came after the reader looked', async () => {
    const token = candidate('looked');
    await sendMany(server, 'looked', 3);
    const { seq } = await countsOf(server, token);
    const late = await send(server, 'looked', { title: 'Came meanwhile' });
    const { markAllAsRead } = await dataOf(markAllRead(server, token, { upToSeq: seq }));
    expect(markAllAsRead).toEqual({ affectedCount: 3, inbox: { counts: { seq: 5, unread: 1, unseen: 1 } } });
    expect(await listOf(server, token, { state: 'UNREAD' })).toMatchObject([{ id: late }]);
  });

  test('counts rightly while notifications arrive at the same moment', async () => {
    const token = candidate('busy');
    await sendMany(server, 'busy', 3);
    for (let round = 0; round < 10; round++) {
      await Promise.all([
        send(server, 'busy'),
        markAllRead(server, token),
        send(server, 'busy'),
        markAllRead(server, token, { upToSeq: 2 }),
      ]);
      const unread = await listOf(server, token, { state: 'UNREAD' });
      expect(await countsOf(server, token)).toMatchObject({ unread: unread.length, unseen: unread.length });
    }
  });

  test('keeps to its filter', async () => {
    const token = candidate('filters');
    await sendMany(server, 'filters', 2, { category: 'courses', type: 'lesson' });
    await sendMany(server, 'filters', 3, { category: 'billing', type: 'invoice' });
    const { markAllAsRead } = await dataOf(
      markAllRead(server, token, { filter: { categories: ['billing'] } }),
    );
    expect(markAllAsRead).toMatchObject({ affectedCount: 3, inbox: { counts: { unread: 2 } } });
    expect(await listOf(server, token, { state: 'UNREAD' })).toMatchObject([
      { type: 'lesson' },
      { type: 'lesson' },
    ]);
    await dataOf(markAllRead(server, token, { filter: { types: ['invoice', 'nothing'] } }));
    expect(await countsOf(server, token)).toMatchObject({ unread: 2 });
    await dataOf(markAllRead(server, token, { filter: { types: ['lesson'], categories: ['billing'] } }));
    expect(await countsOf(server, token)).toMatchObject({ unread: 2 });
  });

  test('changes nothing where nothing is unread, not even the seq', async () => {
    const token = candidate('nothing');
    await sendMany(server, 'nothing', 1);
    await markAllRead(server, token);
    const { markAllAsRead } = await dataOf(markAllRead(server, token));
    expect(markAllAsRead).toEqual({ affectedCount: 0, inbox: { counts: { seq: 2, unread: 0, unseen: 0 } } });
  });

  test('refuses a negative seq', async () => {
    expect((await markAllRead(server, candidate('negative'), { upToSeq: -1 })).code).toBe('BAD_USER_INPUT');
    expect((await markAllSeen(server, candidate('negative'), -1)).code).toBe('BAD_USER_INPUT');
  });
});

describe('opening the panel', () => {
  test('ends what is new, up to where the reader looked, and leaves it unread', async () => {
    const token = candidate('panel');
    await sendMany(server, 'panel', 3);
    const { data } = await markAllSeen(server, token, 2);
    expect(data).toEqual({ markAllAsSeen: { inbox: { counts: { seq: 4, unread: 3, unseen: 1 } } } });
    await send(server, 'panel');
    expect(await countsOf(server, token)).toEqual({ seq: 5, unread: 4, unseen: 2 });
    expect(await listOf(server, token, { state: 'READ' })).toEqual([]);
  });

  test('never goes back, and never beyond what there is', async () => {
    const token = candidate('beyond');
    await sendMany(server, 'beyond', 2);
    await dataOf(markAllSeen(server, token, 2_000_000_000));
    expect(await countsOf(server, token)).toMatchObject({ unread: 2, unseen: 0 });
    await dataOf(markAllSeen(server, token, 0));
    expect(await countsOf(server, token)).toMatchObject({ unseen: 0 });
    await send(server, 'beyond');
    expect(await countsOf(server, token)).toMatchObject({ unread: 3, unseen: 1 });
  });

  test('what was seen does not become new again when it is marked unread', async () => {
    const token = candidate('again');
    const [id] = await sendMany(server, 'again', 1);
    await dataOf(markAllSeen(server, token, 1));
    await markRead(server, token, id!);
    await markUnread(server, token, id!);
    expect(await countsOf(server, token)).toMatchObject({ unread: 1, unseen: 0 });
  });
});

describe('filters', () => {
  const token = candidate('narrow');
  const titles = async (filter: object) =>
    (await listOf(server, token, filter)).map(({ title }) => title).sort();
  const unreadCount = async (filter?: object) =>
    (
      await dataOf(
        server.ask('query ($filter: NotificationFilter) { unreadCount(filter: $filter) }', { filter }, token),
      )
    ).unreadCount;

  beforeAll(async () => {
    const read = await send(server, 'narrow', { title: 'a', category: 'x', type: 't1' });
    await send(server, 'narrow', { title: 'b', category: 'x', type: 't2' });
    await send(server, 'narrow', { title: 'c', category: 'y', type: 't1' });
    await markRead(server, token, read);
  });

  test('narrow a list by state, category and type, and by all of them together', async () => {
    expect(await titles({})).toEqual(['a', 'b', 'c']);
    expect(await titles({ state: 'INBOX' })).toEqual(['a', 'b', 'c']);
    expect(await titles({ state: 'ALL' })).toEqual(['a', 'b', 'c']);
    expect(await titles({ state: 'READ' })).toEqual(['a']);
    expect(await titles({ state: 'UNREAD' })).toEqual(['b', 'c']);
    expect(await titles({ categories: ['x'] })).toEqual(['a', 'b']);
    expect(await titles({ categories: ['x', 'y'], types: ['t1'] })).toEqual(['a', 'c']);
    expect(await titles({ categories: ['x'], types: ['t1'], state: 'UNREAD' })).toEqual([]);
    expect(await titles({ categories: [] })).toEqual([]);
    expect(await titles({ categories: null, types: null, state: null })).toEqual(['a', 'b', 'c']);
  });

  test('narrow the unread count in the same way', async () => {
    expect(await unreadCount()).toBe(2);
    expect(await unreadCount({ state: 'UNREAD' })).toBe(2);
    expect(await unreadCount({ state: 'READ' })).toBe(0);
    expect(await unreadCount({ categories: ['x'] })).toBe(1);
    expect(await unreadCount({ types: ['t1'] })).toBe(1);
    expect(await unreadCount({ types: ['t3'] })).toBe(0);
  });

  test('take 50 values at most, and no controls in them', async () => {
    const ask = (categories: string[]) =>
      server.ask(
        'query ($filter: NotificationFilter) { unreadCount(filter: $filter) }',
        { filter: { categories } },
        token,
      );
    expect((await ask(Array(51).fill('x') as string[])).code).toBe('BAD_USER_INPUT');
    expect((await ask(['a\0b'])).code).toBe('BAD_USER_INPUT');
    expect((await ask(Array(50).fill('x') as string[])).errors).toBeUndefined();
  });
});
