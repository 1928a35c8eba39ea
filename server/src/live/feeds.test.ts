import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { countsOf, dataOf, markRead, send, sendMany } from '../../test/support/acts.ts';
import { startServer, type TestServer } from '../../test/support/server.ts';
import { candidate } from '../../test/support/token.ts';
import { until } from '../../test/support/until.ts';
import { InboxChangeLog } from '../inbox/inbox.change-log.ts';
import { Database } from '../platform/postgres/database.ts';
import { Metrics } from '../platform/metrics.ts';
import type { PubSub } from '../platform/broker/pub-sub.ts';
import type { Delta } from '../inbox/delta.ts';
import { Feeds } from './feeds.ts';

// The fault: a broker that hears everything and passes on nothing, or never even confirms a subscription.
const deaf = (ready: Promise<void>): PubSub => ({
  publish: () => undefined,
  subscribe: () => ({ ready, unsubscribe: () => undefined }),
  close: async () => undefined,
});

let server: TestServer;
let database: Database;
let feeds: Feeds;
const troubles: unknown[] = [];

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 2 });
});

afterEach(() => feeds.stop());

afterAll(async () => {
  await database.close();
  await server.close();
});

function startFeeds(pubSub: PubSub): void {
  feeds = new Feeds(pubSub, new InboxChangeLog(database), new Metrics(), (error) => troubles.push(error));
  feeds.start();
}

/** Takes deltas until one reaches the seq. */
async function takeUpTo(seq: number, follower: AsyncIterableIterator<Delta>) {
  const deltas: Delta[] = [];
  for await (const delta of follower) {
    deltas.push(delta);
    if (delta.toSeq >= seq) break;
  }
  return deltas;
}

const known = (name: string) => dataOf(server.ask('{ inbox { id } }', {}, candidate(name)));

test('what no broker ever announced is found by the repair loop, in order and once', async () => {
  await known('deaf');
  startFeeds(deaf(Promise.resolve()));
  const follower = await feeds.follow('deaf');
  const added = await feeds.followAdditions('deaf', () => true);
  const [id] = await sendMany(server, 'deaf', 3);
  await markRead(server, candidate('deaf'), id!);

  const deltas = await takeUpTo(4, follower);
  expect(deltas.map(({ fromSeq }) => fromSeq)).toEqual([0, ...deltas.slice(0, -1).map(({ toSeq }) => toSeq)]);
  const rows = new Map(
    deltas.flatMap(({ upserted }) => upserted).map((row) => [row.id, row.readAt !== null]),
  );
  expect([...rows.values()].sort()).toEqual([false, false, true]);
  expect(deltas.at(-1)!.inbox).toMatchObject(await countsOf(server, candidate('deaf')));

  const rung = [await added.next(), await added.next(), await added.next()];
  expect(rung.map(({ value }) => value?.title)).toEqual(['No. 1', 'No. 2', 'No. 3']);
});

test('whoever comes while the broker confirms nothing is served all the same', async () => {
  await known('early');
  startFeeds(deaf(new Promise(() => undefined)));
  const follower = await feeds.follow('early');
  await send(server, 'early');
  expect((await takeUpTo(1, follower)).at(-1)).toMatchObject({ toSeq: 1, upserted: [{ userId: 'early' }] });
});

test('a second socket begins at the real now, also where the first lags behind', async () => {
  await known('lags');
  startFeeds(deaf(Promise.resolve()));
  feeds.stop(); // no repair
  await feeds.follow('lags');
  await sendMany(server, 'lags', 2);
  const second = await feeds.follow('lags');
  expect((await second.next()).value).toMatchObject({ fromSeq: 2, toSeq: 2, upserted: [] });
});

test('nothing is kept of a user after the last socket has gone', async () => {
  await known('leaves');
  startFeeds(deaf(Promise.resolve()));
  const followers = [await feeds.follow('leaves'), await feeds.follow('leaves')];
  expect(feeds.size).toEqual({ feeds: 1, followers: 2 });
  await followers[0]!.return();
  await followers[0]!.return();
  expect(feeds.size).toEqual({ feeds: 1, followers: 1 });
  const waiting = followers[1]!.next().then(() => followers[1]!.next());
  await followers[1]!.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(feeds.size).toEqual({ feeds: 0, followers: 0 });
});

test('another epoch makes everybody read anew', async () => {
  await sendMany(server, 'restored', 2);
  startFeeds(deaf(Promise.resolve()));
  const follower = await feeds.follow('restored', { seq: 2 });
  expect((await follower.next()).value).toMatchObject({ resync: false });
  await server.sql('update epoch set value = gen_random_uuid()');
  expect((await follower.next()).value).toMatchObject({ resync: true });
  await until(() => troubles.length === 0);
});
