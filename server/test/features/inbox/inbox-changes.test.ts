import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  COUNTS,
  countsOf,
  dataOf,
  DELTA,
  follow,
  markAllRead,
  markRead,
  send,
  sendMany,
  type Delta,
} from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, Socket } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterEach(closeSockets);
afterAll(() => server.close());

const deltasOf = (stream: { events: { inboxChanges: Delta }[] }) =>
  stream.events.map(({ inboxChanges }) => inboxChanges);

describe('inboxChanges begins at once', () => {
  test('with nothing, from now on', async () => {
    await sendMany(server, 'from-now', 2);
    const stream = await follow(server, candidate('from-now'));
    expect(deltasOf(stream)).toMatchObject([
      { fromSeq: 2, toSeq: 2, upserted: [], removedIds: [], resync: false, counts: { seq: 2, unread: 2 } },
    ]);
  });

  test('with what was missed', async () => {
    const [, second, third] = await sendMany(server, 'missed', 3);
    const stream = await follow(server, candidate('missed'), { afterSeq: 1 });
    const [delta] = deltasOf(stream);
    expect(delta).toMatchObject({
      fromSeq: 1,
      toSeq: 3,
      hasMore: false,
      resync: false,
      counts: { unread: 3 },
    });
    expect(delta!.upserted.map(({ id }) => id)).toEqual([second, third]);
  });

  test.each([
    ['a seq beyond the inbox’s', { afterSeq: 7 }],
    ['the epoch of another history', { afterSeq: 1, epoch: '00000000-0000-4000-8000-000000000000' }],
    ['an epoch that cannot be', { afterSeq: 2, epoch: '' }],
  ])('with a resync for %s, and goes on from there', async (what, place) => {
    const name = `resync ${what}`;
    await sendMany(server, name, 2);
    const stream = await follow(server, candidate(name), place);
    expect(deltasOf(stream)).toMatchObject([{ toSeq: 2, upserted: [], resync: true, counts: { seq: 2 } }]);
    await send(server, name);
    await stream.reaches(2);
    expect(deltasOf(stream)[1]).toMatchObject({ fromSeq: 2, toSeq: 3, resync: false });
  });

  test('without a resync for our own epoch', async () => {
    const [first] = deltasOf(await follow(server, candidate('ours')));
    const stream = await follow(server, candidate('ours'), { afterSeq: 0, epoch: first!.epoch });
    expect(deltasOf(stream)[0]).toMatchObject({ resync: false });
  });

  test('with a resync for a seq whose removals are forgotten', async () => {
    await sendMany(server, 'forgotten', 3);
    await server.sql(`update inbox set floor_seq = 2 where user_id = 'forgotten'`);
    expect(deltasOf(await follow(server, candidate('forgotten'), { afterSeq: 1 }))[0]).toMatchObject({
      resync: true,
    });
    expect(deltasOf(await follow(server, candidate('forgotten'), { afterSeq: 2 }))[0]).toMatchObject({
      resync: false,
    });
  });

  test('or not at all for a negative seq', async () => {
    const stream = await follow(server, candidate('negative'), { afterSeq: -1 });
    expect(stream.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('inboxChanges goes on', () => {
  test('to tell one tab what was done in another', async () => {
    const token = candidate('tabs');
    const [id] = await sendMany(server, 'tabs', 2);
    const tabs = [await follow(server, token), await follow(server, token)];
    await markRead(server, token, id!);
    for (const tab of tabs) {
      await tab.reaches(2);
      expect(deltasOf(tab)[1]).toMatchObject({
        fromSeq: 2,
        toSeq: 3,
        upserted: [{ id, isRead: true }],
        counts: { seq: 3, unread: 1, unseen: 1 },
      });
    }
  });

  test('to tell what was removed', async () => {
    const token = candidate('removes');
    const [id] = await sendMany(server, 'removes', 2);
    const stream = await follow(server, token);
    await dataOf(
      server.ask(
        'mutation ($ids: [ID!]!) { deleteNotifications(ids: $ids) { affectedCount } }',
        { ids: [id] },
        token,
      ),
    );
    await stream.reaches(2);
    expect(deltasOf(stream)[1]).toMatchObject({
      upserted: [],
      removedIds: [id],
      counts: { seq: 3, unread: 1 },
    });
  });

  test('after a reconnect from the last toSeq, without a gap or a repeat', async () => {
    const token = candidate('resumes');
    const first = await follow(server, token, { afterSeq: 0 });
    await sendMany(server, 'resumes', 3);
    await first.reaches(4);
    await first.socket.close();
    const [missed] = await sendMany(server, 'resumes', 4);
    await markRead(server, token, missed!);
    const second = await follow(server, token, { afterSeq: deltasOf(first).at(-1)!.toSeq });
    await send(server, 'resumes');
    await second.reaches(2);
    const deltas = [...deltasOf(first), ...deltasOf(second)];
    expect(deltas.map(({ fromSeq }) => fromSeq)).toEqual([
      0,
      ...deltas.slice(0, -1).map(({ toSeq }) => toSeq),
    ]);
    expect(new Set(deltas.flatMap(({ upserted }) => upserted.map(({ id }) => id))).size).toBe(8);
    const counts = await countsOf(server, token);
    const categories = [{ category: 'general', unread: 7, isRest: false }];
    expect(deltas.at(-1)!.counts).toEqual({ ...counts, categories });
  });

  test('in pieces over much that was missed, never with half a seq', async () => {
    const token = candidate('much');
    await server.sql(`insert into users (id, name) values ('much', 'much')`);
    await server.sql(`insert into inbox (user_id, seq, unread, unseen) values ('much', 300, 300, 300)`);
    await server.sql(`insert into notifications (user_id, seq, change_seq, type, category, title, message)
      select 'much', n, n, 't', 'c', 'No. ' || n, 'm' from generate_series(1, 300) n`);
    const stream = await follow(server, token, { afterSeq: 0 });
    await stream.reaches(3);
    const deltas = deltasOf(stream);
    expect(deltas.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([
      [0, 100],
      [100, 200],
      [200, 300],
    ]);
    expect(deltas.flatMap(({ upserted }) => upserted.map(({ title }) => title))).toEqual(
      Array.from({ length: 300 }, (_, index) => `No. ${index + 1}`),
    );
  });

  test('with one delta when more than 200 change at once, which says to read anew', async () => {
    const token = candidate('bulk');
    await dataOf(server.ask('{ inbox { id } }', {}, token));
    await server.sql(`insert into notifications (user_id, seq, change_seq, type, category, title, message)
      select 'bulk', n, n, 't', 'c', 't', 'm' from generate_series(1, 201) n`);
    await server.sql(`update inbox set seq = 201, unread = 201, unseen = 201 where user_id = 'bulk'`);
    const stream = await follow(server, token);
    const { markAllAsRead } = await dataOf(markAllRead(server, token));
    expect(markAllAsRead).toMatchObject({ affectedCount: 201, inbox: { counts: { unread: 0 } } });
    await stream.reaches(2);
    expect(deltasOf(stream)[1]).toMatchObject({
      fromSeq: 201,
      toSeq: 202,
      upserted: [],
      resync: true,
      counts: { unread: 0 },
    });
    await send(server, 'bulk');
    await stream.reaches(3);
    expect(deltasOf(stream)[2]).toMatchObject({ fromSeq: 202, toSeq: 203, resync: false });
    // Read over HTTP it is the same.
    const { inboxChanges } = await dataOf(
      server.ask<{ inboxChanges: Delta }>(`{ inboxChanges(afterSeq: 201) { ${DELTA} } }`, {}, token),
    );
    expect(inboxChanges.resync).toBe(true);
  });

  test('with 200 at once told one by one', async () => {
    const token = candidate('two hundred');
    const stream = await follow(server, token);
    await server.sql(`insert into notifications (user_id, seq, change_seq, type, category, title, message)
      select 'two hundred', n, n, 't', 'c', 't', 'm' from generate_series(1, 200) n`);
    await server.sql(`update inbox set seq = 200, unread = 200, unseen = 200 where user_id = 'two hundred'`);
    await stream.reaches(3);
    await dataOf(markAllRead(server, token));
    await stream.reaches(4);
    const last = deltasOf(stream).at(-1)!;
    expect(last).toMatchObject({ fromSeq: 200, toSeq: 201, resync: false, counts: { unread: 0 } });
    expect(last.upserted.map(({ isRead }) => isRead)).toEqual(Array(200).fill(true));
  });

  test('for as many subscriptions as one socket has, until each is stopped', async () => {
    const socket = await Socket.open(server.url, candidate('one socket'));
    const query = `subscription { inboxChanges { ${DELTA} } }`;
    const [stays, stops] = [1, 2].map(() => socket.subscribe<{ inboxChanges: Delta }>(query));
    await Promise.all([stays!.reaches(1), stops!.reaches(1)]);
    stops!.stop();
    // Messages of one socket are handled in turn: the answer to this query comes after the stop.
    await socket.subscribe(`{ inbox { ${COUNTS} } }`).reaches(1);
    await send(server, 'one socket');
    await stays!.reaches(2);
    expect(stops!.events).toHaveLength(1);
  });
});
