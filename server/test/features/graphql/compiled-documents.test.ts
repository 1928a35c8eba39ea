import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { passedLimit } from '../../../src/platform/graphql/admission/query-limits.ts';
import { send, submit } from '../../support/acts.ts';
import type { GraphqlError } from '../../support/client.ts';
import { randomDocument } from '../../support/graphql/random-document.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, Socket } from '../../support/socket.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// A document that keeps coming is compiled. Nobody may be able to tell by its answers.

const TIMES = 8;
const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  for (let index = 0; index < 3; index++) await send(server, 'casey');
});

afterEach(closeSockets);
afterAll(() => server.close());

const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]+"/g, '"requestId":"…"');

const LIST = `query ($first: Int = 2, $filter: NotificationFilter, $withTitle: Boolean!) {
  notifications(first: $first, filter: $filter) {
    ...Page
    inbox { counts { unread } }
  }
}
fragment Page on NotificationConnection {
  edges { node { __typename id isRead message @skip(if: true) title @include(if: $withTitle) application { id } } }
  pageInfo { hasNextPage }
}`;

test.each<[string, string, object?, string?]>([
  ['a page with fragments and directives', LIST, { withTitle: true }],
  ['the same without what a directive leaves out', LIST, { withTitle: false, filter: { state: 'READ' } }],
  ['a variable that is missing', LIST, {}],
  ['a variable of another type', LIST, { withTitle: 'yes' }],
  ['a field that an input has not', LIST, { withTitle: true, filter: { nothing: 1 } }],
  ['a value that an enum has not', LIST, { withTitle: true, filter: { state: 'LOST' } }],
  ['an argument out of range', LIST, { withTitle: true, first: 101 }],
  ['nobody who is signed in', LIST, { withTitle: true }, ''],
  [
    'somebody who may not',
    'mutation { createNotifications(input: { recipientIds: ["a"], type: "t", title: "t", message: "m" }) { createdCount } }',
  ],
  ['what is not there', '{ node(id: "nothing") { id } application(id: "nothing") { title } }'],
  [
    'an interface',
    '{ viewer { id __typename } node(id: "nothing") { __typename ... on Notification { title } } }',
  ],
  [
    'two mutations of which one fails',
    'mutation { read: markAsRead(id: "nothing") { notification { id } } seen: markAllAsSeen(upToSeq: 3) { inbox { counts { unseen } } } }',
  ],
  ['aliases of one field', '{ a: unreadCount b: unreadCount(filter: { state: READ }) }'],
  ['the schema', '{ __schema { queryType { name } } __type(name: "Inbox") { kind fields { name } } }'],
])('is answered alike however often it comes: %s', async (_what, query, variables = {}, token = casey) => {
  const answers: string[] = [];
  for (let time = 0; time < TIMES; time++) {
    const { status, data, errors } = await server.ask(query, variables, token || undefined);
    answers.push(withoutRequestId(JSON.stringify({ status, data, errors })));
  }
  expect(answers[0]).toMatch(/"data":|"errors":/);
  expect(new Set(answers)).toEqual(new Set([answers[0]]));
});

test('a trouble of ours is masked in a compiled document too', async () => {
  const query =
    'mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }';
  const input = { recipientId: 'casey', type: 't', title: 't', message: 'm' };
  for (let time = 0; time < TIMES; time++) await server.ask(query, { input }, service());
  const refused = await server.ask(query, { input: { ...input, title: ' ' } }, service());
  expect(refused).toMatchObject({ status: 294, code: 'BAD_USER_INPUT', data: { createNotification: null } });
  expect(refused.errors![0]).toMatchObject({ path: ['createNotification'] });
});

test('an operation is chosen by its name, however often', async () => {
  const query = 'query One { viewer { id } } query Two { unreadCount }';
  for (let time = 0; time < TIMES; time++) {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${casey}` },
      body: JSON.stringify({ query, operationName: time % 2 ? 'One' : 'Two' }),
    });
    const { data } = (await response.json()) as { data: object };
    expect(Object.keys(data)).toEqual([time % 2 ? 'viewer' : 'unreadCount']);
  }
});

/** Once over a socket: what it brought. */
async function overSocket(socket: Socket, query: string, variables: object) {
  const before = socket.messages.length;
  const stream = socket.subscribe(query, variables);
  await until(() => stream.isComplete || stream.errors.length > 0);
  const next = socket.messages.slice(before).find(({ type }) => type === 'next');
  return (next?.payload ?? { errors: stream.errors }) as { data?: unknown; errors?: GraphqlError[] };
}

describe('what @skip and @include leave is left out there alone, on every run', () => {
  const fields = (name: string) => `fragment U on User { ${name} role }`;
  test.each<[string, string, object, object]>([
    [
      'a fragment spread twice, once under a condition',
      `query ($x: Boolean!) { a: viewer { id ...U @include(if: $x) } b: viewer { id ...U } } ${fields('name')}`,
      { x: false },
      { a: { id: 'casey' }, b: { id: 'casey', name: 'casey', role: 'CANDIDATE' } },
    ],
    [
      'the same, the other way round',
      `query ($x: Boolean!) { b: viewer { id ...U } a: viewer { id ...U @skip(if: $x) } } ${fields('name')}`,
      { x: true },
      { b: { id: 'casey', name: 'casey', role: 'CANDIDATE' }, a: { id: 'casey' } },
    ],
    [
      'twice in one place',
      `query ($x: Boolean!) { viewer { ...U @include(if: $x) ...U } } ${fields('name')}`,
      { x: false },
      { viewer: { name: 'casey', role: 'CANDIDATE' } },
    ],
    [
      'one field under two conditions',
      'query ($x: Boolean!, $y: Boolean!) { viewer { id @include(if: $x) id @include(if: $y) } }',
      { x: false, y: true },
      { viewer: { id: 'casey' } },
    ],
    [
      'a field with a condition that is merged with one without',
      `query ($x: Boolean!) { viewer @include(if: $x) { ...U } viewer { id } } ${fields('name')}`,
      { x: false },
      { viewer: { id: 'casey' } },
    ],
    [
      'in fragments of fragments',
      `query ($x: Boolean!) { ...A @include(if: $x) ...B }
       fragment A on Query { ...C } fragment B on Query { ...C @skip(if: $x) } fragment C on Query { viewer { id } }`,
      { x: false },
      { viewer: { id: 'casey' } },
    ],
    [
      'by a default',
      'query ($x: Boolean = false) { viewer { id name @include(if: $x) } }',
      {},
      { viewer: { id: 'casey' } },
    ],
    ['everything', 'query ($x: Boolean!) { viewer @skip(if: $x) { id } }', { x: true }, {}],
  ])('%s', async (_what, query, variables, expected) => {
    const socket = await Socket.open(server.url, casey);
    const other = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, !value]));
    for (let time = 0; time < TIMES; time++) {
      expect((await server.ask(query, variables, casey)).data).toEqual(expected);
      expect((await overSocket(socket, query, variables)).data).toEqual(expected);
      // Others ask otherwise meanwhile.
      await server.ask(query, other, casey);
    }
  });
});

test.each<[string, string, string | undefined]>([
  ['of a page', 'query ($n: Int = 1) { notifications(first: $n) { edges { node { id } } } }', undefined],
  ['of an input', 'query ($n: NotificationFilter = { state: READ }) { unreadCount(filter: $n) }', undefined],
  ['of a condition', 'query ($n: Boolean = true) { viewer { id @include(if: $n) } }', 'BAD_USER_INPUT'],
  [
    'that may not be null',
    'query ($n: Int! = 1) { notifications(first: $n) { edges { cursor } } }',
    'BAD_USER_INPUT',
  ],
  ['in an object', 'query ($n: NotificationState = READ) { unreadCount(filter: { state: $n }) }', undefined],
])('null for a variable with a default means the same on each run: %s', async (_what, query, code) => {
  const answers = new Set<string>();
  for (let time = 0; time < TIMES; time++) {
    await server.ask(query, {}, casey);
    const { data, errors } = await server.ask(query, { n: null }, casey);
    answers.add(withoutRequestId(JSON.stringify({ data, errors })));
    expect(errors?.[0]!.extensions.code).toBe(code);
  }
  expect(answers.size).toBe(1);
});

test('events tell each tab what it asked for, and all of that', async () => {
  const query = `subscription ($x: Boolean!) { inboxChanges { ...D @include(if: $x) ...D ...E @include(if: $x) } }
    fragment D on InboxDelta { toSeq counts { unread } } fragment E on InboxDelta { ...F } fragment F on InboxDelta { hasMore }`;
  const tabs = await Promise.all(
    [true, false, true, false].map(async (x) => ({
      x,
      stream: (await Socket.open(server.url, casey)).subscribe<{ inboxChanges: object }>(query, { x }),
    })),
  );
  await Promise.all(tabs.map(({ stream }) => stream.reaches(1)));
  for (let event = 2; event <= TIMES; event++) {
    await send(server, 'casey');
    await Promise.all(tabs.map(({ stream }) => stream.reaches(event)));
  }
  for (const { x, stream } of tabs)
    for (const { inboxChanges } of stream.events)
      expect(Object.keys(inboxChanges)).toEqual(['toSeq', 'counts', ...(x ? ['hasMore'] : [])]);
});

test('random documents over our own schema are answered alike, on both transports', async () => {
  const schema = buildSchema(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'));
  const application = await submit(server, 'casey', 'ingrid');
  const notification = await send(server, 'casey', { applicationId: application });
  const ids = ['nothing', application, notification].map((id) => JSON.stringify(id));
  const samples = {
    ID: ids,
    String: ['"general"', '""'],
    Int: ['1', '2', '0', '101'],
    DateTime: ['"2026-11-25T12:00:00Z"', '"nonsense"'],
  };
  const socket = await Socket.open(server.url, casey);
  /** Fields that fail do so when they like. */
  const seen = ({ data, errors = [] }: { data?: unknown; errors?: GraphqlError[] }) => ({
    data: data ?? undefined,
    errors: errors
      .map(({ path, message, extensions: { code } }) => JSON.stringify([path, message, code]))
      .sort(),
  });
  let answered = 0;
  const arbitrary = randomDocument({ schema, operation: 'query', samples, sets: 2 });
  const property = fc.asyncProperty(arbitrary, async ({ text, variables }) => {
    const document = parse(text);
    fc.pre(!passedLimit(document) && validate(schema, document).length === 0);
    for (const set of variables) {
      const first = seen(await server.ask(text, set, casey));
      if (first.errors.length === 0) answered++;
      for (let time = 0; time < 4; time++) expect(seen(await server.ask(text, set, casey))).toEqual(first);
      expect(seen(await overSocket(socket, text, set))).toEqual(first);
    }
  });
  const seed = Number(process.env.CARILLON_TEST_SEED ?? 91);
  await fc.assert(property, { seed, numRuns: 150, endOnFailure: true });
  expect(answered).toBeGreaterThan(50);
}, 300_000);
