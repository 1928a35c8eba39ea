import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, dataOf, follow, listOf, send, sendMany, submit } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const RANDOM = '01890000-0000-7000-8000-000000000000';
const owner = candidate('owner');
const stranger = candidate('stranger');
let server: TestServer;
let ids: Record<'notification' | 'inbox' | 'preferences' | 'application', string>;

beforeAll(async () => {
  server = await startServer();
  const notification = await send(server, 'owner', { title: 'For the owner only' });
  const { inbox, preferences } = await dataOf(
    server.ask<Record<string, { id: string }>>('{ inbox { id } preferences { id } }', {}, owner),
  );
  const application = await submit(server, 'owner', 'iris');
  ids = { notification, inbox: inbox!.id, preferences: preferences!.id, application };
  await dataOf(server.ask('{ inbox { id } }', {}, stranger));
});

afterAll(() => server.close());

/** The answer as far as it could tell ids apart: all but where it stands in the log. */
async function answer(query: string, id: string) {
  const { data, errors } = await server.ask(query, { id }, stranger);
  return {
    data,
    errors: errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })),
  };
}

const USES = [
  'query ($id: ID!) { notification(id: $id) { id title } }',
  'query ($id: ID!) { application(id: $id) { id title } }',
  'query ($id: ID!) { node(id: $id) { __typename id } }',
  'mutation ($id: ID!) { markAsRead(id: $id) { notification { title } } }',
  'mutation ($id: ID!) { markAsUnread(id: $id) { notification { title } } }',
  'mutation ($id: ID!) { archiveNotifications(ids: [$id]) { affectedCount } }',
  'mutation ($id: ID!) { unarchiveNotifications(ids: [$id]) { affectedCount } }',
  'mutation ($id: ID!) { deleteNotifications(ids: [$id]) { affectedCount } }',
  'mutation ($id: ID!) { approveApplication(id: $id) { application { id } } }',
  'mutation ($id: ID!) { muteApplication(id: $id) { preferences { id } } }',
  'mutation ($id: ID!) { unmuteApplication(id: $id) { preferences { id } } }',
];

test.each(USES)("somebody else's id is answered as one that is not there: %s", async (query) => {
  const nothing = await answer(query, RANDOM);
  for (const id of Object.values(ids)) {
    expect(await answer(query, id)).toEqual(nothing);
    expect(await answer(query, id.toUpperCase())).toEqual(nothing);
  }
  const refused = await answer(query, "x' or true --");
  expect(refused).toEqual(nothing);
});

test('and after all these tries nothing has happened to it', async () => {
  expect(await listOf(server, owner)).toMatchObject([{ id: ids.notification, isRead: false }]);
  expect(await countsOf(server, owner)).toEqual({ seq: 1, unread: 1, unseen: 1 });
  const nodes = Object.values(ids).map((id) =>
    server.ask('query ($id: ID!) { node(id: $id) { id } }', { id }, owner),
  );
  expect((await Promise.all(nodes)).map(({ data }) => data.node)).toEqual(
    Object.values(ids).map((id) => ({ id })),
  );
});

test("a list, a count, a delta and a subscription show the caller's own only", async () => {
  expect(await listOf(server, stranger, { state: 'ALL' })).toEqual([]);
  expect(await countsOf(server, stranger)).toEqual({ seq: 0, unread: 0, unseen: 0 });
  const changes = await server.ask(
    '{ inboxChanges(afterSeq: 0) { toSeq upserted { title } } }',
    {},
    stranger,
  );
  expect(changes.data).toEqual({ inboxChanges: { toSeq: 0, upserted: [] } });
  const stream = await follow(server, stranger, { afterSeq: 0 });
  await send(server, 'owner');
  await send(server, 'stranger', { title: 'Mine' });
  await stream.reaches(2);
  expect(stream.events[1]!.inboxChanges.upserted).toMatchObject([{ title: 'Mine' }]);
});

describe('a cursor', () => {
  const PAGES = `query ($first: Int, $after: String, $last: Int, $before: String) {
    notifications(first: $first, after: $after, last: $last, before: $before) { edges { cursor } pageInfo { endCursor } }
  }`;
  const codeOf = async (variables: object, token = stranger) =>
    (await server.ask(PAGES, variables, token)).code;
  const cursorOf = async (token: string) => {
    const { notifications } = await dataOf(
      server.ask<{ notifications: { pageInfo: { endCursor: string } } }>(PAGES, { first: 1 }, token),
    );
    return notifications.pageInfo.endCursor;
  };

  beforeAll(async () => {
    await sendMany(server, 'stranger', 3);
  });

  test('of somebody else, of another list, cut, changed or made up is refused, both ways', async () => {
    const own = await cursorOf(stranger);
    const { applications } = await dataOf(
      server.ask<{ applications: { pageInfo: { endCursor: string } } }>(
        '{ applications { pageInfo { endCursor } } }',
        {},
        owner,
      ),
    );
    const bytes = Buffer.from(own, 'base64url');
    const changed = Buffer.from(bytes);
    changed[changed.length - 1]! ^= 1;
    const wrong = [
      await cursorOf(owner),
      applications.pageInfo.endCursor,
      own.slice(0, -1),
      own.slice(0, 4),
      `${own}A`,
      `${own}=`,
      changed.toString('base64url'),
      Buffer.from('2').toString('base64url'),
      '2',
      '',
      "' or 1=1 --",
      'x'.repeat(5_000),
    ];
    for (const cursor of wrong) {
      expect([cursor, await codeOf({ first: 1, after: cursor })]).toEqual([cursor, 'BAD_USER_INPUT']);
      expect([cursor, await codeOf({ last: 1, before: cursor })]).toEqual([cursor, 'BAD_USER_INPUT']);
    }
    expect(await codeOf({ first: 1, after: own })).toBeUndefined();
    const inApplications = 'query ($after: String) { applications(after: $after) { edges { cursor } } }';
    expect((await server.ask(inApplications, { after: own }, stranger)).code).toBe('BAD_USER_INPUT');
  });

  test.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { last: 0 },
    { last: -1 },
    { last: 101 },
    { first: 1, last: 1 },
    { first: 2 ** 31 },
    { first: 1.5 },
  ])('comes not with %j', async (size) => {
    expect(await codeOf(size)).toBe('BAD_USER_INPUT');
    if (!('last' in size))
      expect(
        (
          await server.ask(
            `query ($first: Int) { applications(first: $first) { edges { cursor } } }`,
            size,
            stranger,
          )
        ).code,
      ).toBe('BAD_USER_INPUT');
  });

  test('points one way at a time', async () => {
    const own = await cursorOf(stranger);
    expect(await codeOf({ first: 1, before: own })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ last: 1, after: own })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ after: own, before: own })).toBe('BAD_USER_INPUT');
  });
});
