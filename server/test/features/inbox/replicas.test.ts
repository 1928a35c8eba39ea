import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { countsOf, dataOf, follow, listen, markRead, send, sendMany } from '../../support/acts.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { withRedis } from '../../support/server.ts';
import { refresh, signIn, signOut } from '../../support/sign-in.ts';
import { closeSockets, Socket } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let one: ServerProcess;
let two: ServerProcess;

beforeAll(async () => {
  database = await createDatabase();
  const settings = { ...withRedis(), DEMO: 'true' };
  [one, two] = (await Promise.all([1, 2].map(() => startServerProcess(database.url, settings)))) as [
    ServerProcess,
    ServerProcess,
  ];
}, 60_000);

afterEach(closeSockets);

afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await database.drop();
});

test('what is sent through one replica rings at a socket of the other', async () => {
  const heard = await listen(one, 'casey', two.url);
  const id = await send(one, 'casey', { title: 'Across' });
  await heard.reaches(1);
  expect(heard.events).toMatchObject([{ notificationAdded: { id, title: 'Across' } }]);
});

test('sockets of one user at both see the same changes in the same order', async () => {
  const token = candidate('robin');
  const readers = [await follow(one, token, { afterSeq: 0 }), await follow(two, token, { afterSeq: 0 })];
  const ids = (await Promise.all([sendMany(one, 'robin', 10), sendMany(two, 'robin', 10)])).flat();
  await Promise.all(ids.map((id, index) => markRead(index % 2 ? one : two, token, id)));
  for (const { events } of readers) {
    const deltas = () => events.map(({ inboxChanges }) => inboxChanges);
    await until(() => deltas().at(-1)!.toSeq === 40);
    expect(deltas().map(({ fromSeq }) => fromSeq)).toEqual([
      0,
      ...deltas()
        .slice(0, -1)
        .map(({ toSeq }) => toSeq),
    ]);
    expect(deltas().at(-1)!.counts).toEqual({ seq: 40, unread: 0, unseen: 0, categories: [] });
    const last = new Map(
      deltas()
        .flatMap(({ upserted }) => upserted)
        .map(({ id, isRead }) => [id, isRead] as const),
    );
    expect([...last.values()]).toEqual(Array(20).fill(true));
  }
  expect(await countsOf(two, token)).toEqual({ seq: 40, unread: 0, unseen: 0 });
});

test('a reader goes on at the other replica where the first was killed', async () => {
  const token = candidate('moves');
  const third = await startServerProcess(database.url, withRedis());
  const before = await follow(third, token, { afterSeq: 0 });
  await send(third, 'moves');
  await before.reaches(2);
  await third.kill();
  expect((await before.socket.closed).code).toBe(1006);
  await send(one, 'moves');
  const after = await follow(two, token, { afterSeq: before.events.at(-1)!.inboxChanges.toSeq });
  expect(after.events[0]!.inboxChanges).toMatchObject({ fromSeq: 1, toSeq: 2, counts: { unread: 2 } });
});

test('signing out at one closes the sockets of that session at the other, and its tokens are refused there', async () => {
  const leaves = await signIn(one.url, 'candidate');
  const stays = await signIn(one.url, 'candidate');
  const [own, other] = [await follow(two, leaves.token), await follow(two, stays.token)];
  await signOut(one.url, leaves);

  expect(await own.socket.closed).toEqual({ code: 4403, reason: 'Signed out' });
  expect((await two.ask('{ viewer { id } }', {}, leaves.token)).code).toBe('UNAUTHENTICATED');
  expect((await refresh(two.url, leaves.cookie)).code).toBe('UNAUTHENTICATED');
  const again = await Socket.connect(two.url);
  again.init(leaves.token);
  expect((await again.closed).code).toBe(4403);
  expect(other.socket.isOpen).toBe(true);
  await dataOf(two.ask('{ viewer { id } }', {}, stays.token));
});

test('a replica that is told to stop sends its readers elsewhere and ends cleanly', async () => {
  const third = await startServerProcess(database.url, withRedis());
  const reader = await follow(third, candidate('restarts'));
  const ended = third.stop();
  expect((await reader.socket.closed).code).toBe(1012);
  expect(await ended).toBe(0);
});
