import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, markRead, send, sendMany, type Counts } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

interface Page {
  notifications: {
    edges: { cursor: string; node: { title: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    inbox: { counts: Counts };
  };
}

async function page(sub: string, variables: object) {
  const { notifications } = await dataOf(
    server.ask<Page>(
      `query ($first: Int, $after: String, $last: Int, $before: String, $filter: NotificationFilter) {
        notifications(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
          edges { cursor node { title } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          inbox { counts { seq unread unseen } }
        }
      }`,
      variables,
      candidate(sub),
    ),
  );
  const { edges, pageInfo, inbox } = notifications;
  expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
    edges[0]?.cursor ?? null,
    edges.at(-1)?.cursor ?? null,
  ]);
  return {
    titles: edges.map(({ node }) => Number(node.title.slice(4))),
    counts: inbox.counts,
    ...pageInfo,
  };
}

test('whoever holds a row by a change can read on below it', async () => {
  const ids = await sendMany(server, 'below', 5);
  const { notification } = await dataOf(
    server.ask<{ notification: { cursor: string } }>(
      'query ($id: ID!) { notification(id: $id) { cursor } }',
      { id: ids[2] },
      candidate('below'),
    ),
  );
  expect(await page('below', { first: 3, after: notification.cursor })).toMatchObject({ titles: [2, 1] });
  const { data, errors } = await server.ask(
    'query ($after: String) { notifications(after: $after) { edges { cursor } } }',
    { after: notification.cursor },
    candidate('somebody-else'),
  );
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('pages lead from the newest to the oldest without a gap or a repeat, while more arrive', async () => {
  await sendMany(server, 'down', 7);
  const first = await page('down', { first: 3 });
  expect(first).toMatchObject({ titles: [7, 6, 5], hasNextPage: true, hasPreviousPage: false });
  expect(first.counts).toEqual({ seq: 7, unread: 7, unseen: 7 });
  await send(server, 'down', { title: 'No. 8' });
  const second = await page('down', { first: 3, after: first.endCursor });
  expect(second).toMatchObject({ titles: [4, 3, 2], hasNextPage: true, hasPreviousPage: true });
  await send(server, 'down', { title: 'No. 9' });
  const third = await page('down', { first: 3, after: second.endCursor });
  expect(third).toMatchObject({ titles: [1], hasNextPage: false, hasPreviousPage: true });
  const beyond = await page('down', { first: 3, after: third.endCursor });
  expect(beyond).toMatchObject({ titles: [], hasNextPage: false, hasPreviousPage: true });
});

test('pages lead back to the newest, told newest first, while more arrive', async () => {
  await sendMany(server, 'up', 7);
  const oldest = await page('up', { last: 3 });
  expect(oldest).toMatchObject({ titles: [3, 2, 1], hasNextPage: false, hasPreviousPage: true });
  await send(server, 'up', { title: 'No. 8' });
  const newer = await page('up', { last: 3, before: oldest.startCursor });
  expect(newer).toMatchObject({ titles: [6, 5, 4], hasNextPage: true, hasPreviousPage: true });
  const newest = await page('up', { last: 3, before: newer.startCursor });
  expect(newest).toMatchObject({ titles: [8, 7], hasNextPage: true, hasPreviousPage: false });
});

test('pages of unread ones stay in their places while the reader reads', async () => {
  const token = candidate('reads');
  const ids = await sendMany(server, 'reads', 6);
  const filter = { state: 'UNREAD' };
  const first = await page('reads', { first: 2, filter });
  expect(first.titles).toEqual([6, 5]);
  await Promise.all([markRead(server, token, ids[4]!), markRead(server, token, ids[3]!)]);
  const second = await page('reads', { first: 2, after: first.endCursor, filter });
  expect(second).toMatchObject({ titles: [3, 2], hasNextPage: true, hasPreviousPage: true });
});

test('pages say that there is no way back where all before them has left the list', async () => {
  const ids = await sendMany(server, 'no-way-back', 3);
  const filter = { state: 'UNREAD' };
  const first = await page('no-way-back', { first: 1, filter });
  const last = await page('no-way-back', { last: 1, filter });
  await Promise.all([ids[0]!, ids[2]!].map((id) => markRead(server, candidate('no-way-back'), id)));
  expect(await page('no-way-back', { first: 1, after: first.endCursor, filter })).toMatchObject({
    titles: [2],
    hasNextPage: false,
    hasPreviousPage: false,
  });
  expect(await page('no-way-back', { last: 1, before: last.startCursor, filter })).toMatchObject({
    titles: [2],
    hasNextPage: false,
    hasPreviousPage: false,
  });
});

test('pages have 20 entries where nobody says how many', async () => {
  await sendMany(server, 'usual', 22);
  expect((await page('usual', {})).titles).toHaveLength(20);
  expect((await page('usual', { first: 100 })).titles).toHaveLength(22);
});
