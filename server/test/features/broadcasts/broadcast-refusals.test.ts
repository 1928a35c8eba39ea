import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import {
  addToTopic,
  begun,
  broadcast,
  broadcastOf,
  cancel,
  ended,
  herald,
  hold,
  untilWaiting,
  onlySending,
  type Broadcast,
} from '../../support/broadcasting.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { subscribe } from '../../support/socket.ts';
import { candidate, mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await dataOf(addToTopic(server, 'small', ['anna', 'ben']));
});

afterAll(() => server.close());

const PROGRESS = 'subscription ($id: ID!) { broadcastProgress(id: $id) { id state total done } }';
type Progress = { broadcastProgress: Broadcast };

const traces = async () => {
  const [row] = await server.sql(`select (select count(*) from broadcasts)::int as broadcasts,
    (select count(*) from notifications)::int as notifications, (select count(*) from topics)::int as topics`);
  return row;
};

describe('an audience', () => {
  test.each([
    ['of nothing', {}],
    ['of null', { topic: null }],
    ['of two', { topic: 'small', role: 'ADMIN' }],
    ['of one and null', { topic: 'small', role: null }],
    ['of all three', { topic: 'small', role: 'ADMIN', everybody: true }],
    ['of everybody, which is false', { everybody: false }],
    ['of a topic that is not there', { topic: 'nowhere' }],
    ['of a topic that is a word of programs', { topic: '__proto__' }],
    ['of a topic with a NUL', { topic: 'small\0' }],
    ['of a topic with a lone surrogate', { topic: 'small\ud800' }],
    ['of a topic that is SQL', { topic: "small' or true --" }],
    ['of a role that is not there', { role: 'JANITOR' }],
    ['of a role that is a number', { role: 1 }],
    ['of everybody, which is a text', { everybody: 'true' }],
    ['that is a list', [{ topic: 'small' }]],
  ])('%s is refused, and nothing has happened', async (_what, audience) => {
    const before = await traces();
    expect((await broadcast(server, audience)).code).toBe('BAD_USER_INPUT');
    expect(await traces()).toEqual(before);
  });

  test('in the text of the call is refused alike', async () => {
    const call = (audience: string) =>
      server.ask(
        `mutation { createBroadcast(input: { audience: ${audience}, type: "t", title: "t", message: "m" }) { broadcast { id } } }`,
        {},
        herald(),
      );
    for (const audience of ['{}', '{ topic: "small", everybody: true }', '{ topic: null }'])
      expect((await call(audience)).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await call('{ everybody: false }')).code).toBe('BAD_USER_INPUT');
  });

  test('is said to be one of three to whoever asks for the schema', async () => {
    const { data } = await server.ask(
      '{ __type(name: "AudienceInput") { isOneOf inputFields { name } } }',
      {},
      herald(),
    );
    expect(data).toEqual({
      __type: { isOneOf: true, inputFields: [{ name: 'topic' }, { name: 'role' }, { name: 'everybody' }] },
    });
  });
});

test.each([
  ['a blank title', { title: ' ' }],
  ['a title alone', { message: null }],
  ['neither title nor message of an undeclared type', { title: null, message: null }],
  ['a title with a NUL', { title: 'a\0b' }],
  ['a link to a script', { url: 'javascript:alert(1)' }],
  ['data that is too large', { data: { text: 'x'.repeat(9_000) } }],
  ['a key that is too long', { idempotencyKey: 'k'.repeat(256) }],
  ['a subject without an id', { subject: { type: 'course', id: '' } }],
  ['an end that is past', { expiresAt: '2020-01-01T00:00:00Z' }],
  ['an action', { actions: [{ id: 'a', label: 'A' }] }],
])('%s is refused, and nothing has happened', async (_what, more) => {
  const before = await traces();
  expect((await broadcast(server, { topic: 'small' }, more)).code).toBe('BAD_USER_INPUT');
  expect(await traces()).toEqual(before);
});

test('whoever may not send may not broadcast', async () => {
  for (const token of [candidate('anna'), mint({ sub: 'other', scope: 'topics:write' })])
    expect((await broadcast(server, { everybody: true }, {}, token)).code).toBe('FORBIDDEN');
});

test("another sender's broadcast is not there", async () => {
  const { id } = await begun(server, { topic: 'small' });
  await ended(server, id);
  const admin = mint({ sub: 'herald', role: 'ADMIN' }); // of the same name, and yet another
  for (const token of [onlySending, admin]) {
    const nothing = await server.ask('{ broadcast(id: "x") { id } }', {}, token);
    expect(nothing).toMatchObject({ code: 'NOT_FOUND', data: { broadcast: null } });
    const asked = await server.ask('query ($id: ID!) { broadcast(id: $id) { id } }', { id }, token);
    expect(asked).toMatchObject({ code: 'NOT_FOUND', data: { broadcast: null } });
    expect(asked.errors![0]!.message).toBe(nothing.errors![0]!.message);
    expect((await cancel(server, id, token)).code).toBe('NOT_FOUND');
    const followed = await subscribe<Progress>(server.url, token, PROGRESS, { id });
    await until(() => followed.errors.length > 0);
    expect(followed.errors[0]!.extensions.code).toBe('NOT_FOUND');
    expect(followed.events).toEqual([]);
    const { data } = await server.ask('{ broadcasts { edges { node { id } } } }', {}, token);
    expect(data).toEqual({ broadcasts: { edges: [] } });
  }
});

test('the list has the newest first, page by page', async () => {
  const token = herald('lister');
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.unshift((await begun(server, { role: 'ADMIN' }, {}, token)).id);
  const page = (after: string | null) =>
    dataOf(
      server.ask<{ broadcasts: { edges: { node: { id: string } }[]; pageInfo: Record<string, unknown> } }>(
        `query ($after: String) { broadcasts(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        token,
      ),
    );
  const { broadcasts: first } = await page(null);
  const { broadcasts: second } = await page(first.pageInfo.endCursor as string);
  expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

test('of one sender twenty run at a time', async () => {
  const token = herald('hasty');
  const letGo = await hold(server.databaseUrl, 'anna');
  const running = await Promise.all(
    Array.from({ length: 20 }, () => begun(server, { topic: 'small' }, {}, token)),
  );
  const more = await broadcast(server, { topic: 'small' }, {}, token);
  expect(more.code).toBe('RATE_LIMITED');
  await letGo();
  for (const { id } of running) await ended(server, id, 20_000, token);
  await begun(server, { topic: 'small' }, {}, token);
});

describe('progress', () => {
  test('is what it is now, then what becomes of it, and ends with its end', async () => {
    await dataOf(
      addToTopic(
        server,
        'long',
        Array.from({ length: 1_100 }, (_, index) => `long-${1_000 + index}`),
      ),
    );
    const letGo = await hold(server.databaseUrl, 'long-1700');
    const { id } = await begun(server, { topic: 'long' });
    await until(async () => (await broadcastOf(server, id)).done === 600); // but for the second part
    const followed = await subscribe<Progress>(server.url, herald(), PROGRESS, { id });
    const [first] = await followed.reaches(1);
    expect(first!.broadcastProgress).toEqual({ id, state: 'RUNNING', total: 1_100, done: 600 });
    await letGo();
    await until(() => followed.isComplete);
    const told = followed.events.map(({ broadcastProgress }) => broadcastProgress);
    expect(told.at(-1)).toEqual({ id, state: 'DONE', total: 1_100, done: 1_100 });
    expect(told.filter(({ state }) => state !== 'RUNNING')).toHaveLength(1);
    const steps = told.map(({ done }) => done);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  test('of one that has ended is that, once', async () => {
    const { id } = await begun(server, { topic: 'small' });
    await ended(server, id);
    const followed = await subscribe<Progress>(server.url, herald(), PROGRESS, { id });
    await until(() => followed.isComplete);
    expect(followed.events.map(({ broadcastProgress }) => broadcastProgress.state)).toEqual(['DONE']);
  });

  test('of one that is cancelled ends with that', async () => {
    const letGo = await hold(server.databaseUrl, 'long-1700');
    const { id } = await begun(server, { topic: 'long' });
    const followed = await subscribe<Progress>(server.url, herald(), PROGRESS, { id });
    await followed.reaches(1);
    await untilWaiting(server, 1);
    const cancelling = cancel(server, id);
    await untilWaiting(server, 2);
    await letGo();
    await dataOf(cancelling);
    await until(() => followed.isComplete);
    expect(followed.events.at(-1)!.broadcastProgress.state).toBe('CANCELLED');
  });
});
