import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { send } from '../support/acts.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate, service } from '../support/token.ts';

// A document that keeps coming is compiled. Nobody may be able to tell by its answers.

const TIMES = 8;
const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  for (let index = 0; index < 3; index++) await send(server, 'casey');
});

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
  expect(refused).toMatchObject({ status: 200, code: 'BAD_USER_INPUT', data: { createNotification: null } });
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
