import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { dataOf, listen, markAllRead, markRead, send, sendMany, submit } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, Socket } from '../../support/socket.ts';
import { candidate, instructor } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterEach(closeSockets);
afterAll(() => server.close());

test('a new notification rings at the recipient, and at nobody else', async () => {
  const heard = await listen(server, 'rings');
  const other = await listen(server, 'rings not');
  const id = await send(server, 'rings', { title: '<b>Now</b>' });
  await heard.reaches(1);
  expect(heard.events[0]!.notificationAdded).toMatchObject({ id, title: '<b>Now</b>', isRead: false });
  // The other's own is the next thing they hear.
  await send(server, 'rings not', { title: 'Yours' });
  await other.reaches(1);
  expect(other.events.map(({ notificationAdded }) => notificationAdded.title)).toEqual(['Yours']);
});

test('it rings on every socket of the recipient, once, in order', async () => {
  const streams = [
    await listen(server, 'three'),
    await listen(server, 'three'),
    await listen(server, 'three'),
  ];
  await sendMany(server, 'three', 30);
  for (const { events } of streams) {
    const titles = () =>
      events
        .map(({ notificationAdded }) => notificationAdded.title)
        .filter((title) => title.startsWith('No.'));
    await until(() => titles().at(-1) === 'No. 30');
    expect(titles()).toEqual(Array.from({ length: 30 }, (_, index) => `No. ${index + 1}`));
  }
});

test('marking rings no bell', async () => {
  const heard = await listen(server, 'silent');
  const [id] = await sendMany(server, 'silent', 1);
  await markRead(server, candidate('silent'), id!);
  await markAllRead(server, candidate('silent'));
  const last = await send(server, 'silent', { title: 'Next' });
  await heard.reaches(2);
  expect(heard.events.map(({ notificationAdded }) => notificationAdded.id)).toEqual([id, last]);
});

test('an approval rings the candidate’s bell', async () => {
  const heard = await listen(server, 'hopeful');
  const id = await submit(server, 'hopeful', 'decider');
  await dataOf(
    server.ask(
      'mutation ($id: ID!) { approveApplication(id: $id) { application { id } } }',
      { id },
      instructor('decider'),
    ),
  );
  await heard.reaches(1);
  expect(heard.events[0]!.notificationAdded).toMatchObject({
    type: 'application_approved',
    url: `/applications/${id}`,
  });
});

test('queries and mutations work over a socket as over HTTP', async () => {
  const [id] = await sendMany(server, 'over-socket', 1);
  const socket = await Socket.open(server.url, candidate('over-socket'));
  const done = socket.subscribe('mutation ($id: ID!) { markAsRead(id: $id) { notification { isRead } } }', {
    id,
  });
  expect(await done.reaches(1)).toEqual([{ markAsRead: { notification: { isRead: true } } }]);
  const refused = socket.subscribe('mutation { markAsRead(id: "x") { inbox { id } } }');
  await until(() => refused.isComplete);
  expect(refused.errors[0]!.extensions.code).toBe('NOT_FOUND');
});
