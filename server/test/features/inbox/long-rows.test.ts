import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { COUNTS, dataOf, follow, markAllRead, sendMany, type Delta } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterEach(closeSockets);
afterAll(() => server.close());

const deltasOf = (stream: { events: { inboxChanges: Delta }[] }) =>
  stream.events.map(({ inboxChanges }) => inboxChanges);

describe('rows that are long', () => {
  const COUNT = 60;
  const MOST = 256 * 1024;
  const token = candidate('long');
  const changes = (place: object) =>
    dataOf(
      server.ask<{ inboxChanges: Delta }>(
        `query ($afterSeq: Int!) { inboxChanges(afterSeq: $afterSeq, first: 500) {
          epoch fromSeq toSeq hasMore resync removedIds ${COUNTS} upserted { id seq title message data }
        } }`,
        place,
        token,
      ),
    ).then(({ inboxChanges }) => inboxChanges);
  let ids: string[];

  beforeAll(async () => {
    ids = await sendMany(server, 'long', COUNT, { data: { note: 'x'.repeat(8_000) } });
  });

  test('come in deltas of 256 kB, all of them and once', async () => {
    const deltas: Delta[] = [];
    do deltas.push(await changes({ afterSeq: deltas.at(-1)?.toSeq ?? 0 }));
    while (deltas.at(-1)!.hasMore);
    expect(deltas).toHaveLength(2);
    for (const delta of deltas) expect(JSON.stringify(delta.upserted).length).toBeLessThan(MOST);
    expect(deltas.flatMap(({ upserted }) => upserted.map(({ id }) => id))).toEqual(ids);
    expect(deltas.map(({ toSeq, resync }) => [toSeq, resync])).toEqual([
      [deltas[0]!.upserted.at(-1)!.seq, false],
      [COUNT, false],
    ]);
  });

  test('reach a socket that comes back in as many', async () => {
    const stream = await follow(server, token, { afterSeq: 0 });
    await stream.reaches(2);
    expect(deltasOf(stream).flatMap(({ upserted }) => upserted.map(({ id }) => id))).toEqual(ids);
    expect(deltasOf(stream).map(({ hasMore, resync }) => [hasMore, resync])).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  test('are not told one by one at one seq', async () => {
    const stream = await follow(server, token);
    const { markAllAsRead } = await dataOf(markAllRead(server, token));
    expect(markAllAsRead.affectedCount).toBe(COUNT);
    await stream.reaches(2);
    expect(deltasOf(stream)[1]).toMatchObject({
      resync: true,
      toSeq: COUNT + 1,
      upserted: [],
      counts: { unread: 0 },
    });
    expect(await changes({ afterSeq: COUNT })).toMatchObject({ resync: true, toSeq: COUNT + 1 });
    expect(await changes({ afterSeq: COUNT + 1 })).toMatchObject({ resync: false, hasMore: false });
  });
});
