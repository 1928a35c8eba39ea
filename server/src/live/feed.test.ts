import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryLog, row } from '../../test/support/memory-log.ts';
import { until } from '../../test/support/until.ts';
import { announcementOf, decodeAnnouncement, isFrom } from './announcement.ts';
import type { Delta } from '../inbox/delta.ts';
import { Feed } from './feed.ts';
import { Additions, Follower } from './follower.ts';

/** Three of these are held, not four. */
const LARGE = 150_000;

let log: MemoryLog;
let feed: Feed;
let follower: Follower;
let told: Delta[];
let troubles: unknown[];

beforeEach(async () => {
  log = new MemoryLog();
  troubles = [];
  told = [];
  feed = new Feed(log.state(), log, (error) => troubles.push(error));
  follower = new Follower(feed, 0, undefined, { onEnd: () => undefined, onDelivery: () => undefined });
  void (async () => {
    for await (const delta of follower as AsyncIterable<Delta>) told.push(delta);
  })();
});

afterEach(async () => {
  await follower.return();
  feed.close();
});

const commit = (count = 1) => (log.seq += count);
const announce = (seq: number, size = 500) => feed.receive({ delta: log.delta(seq - 1, seq), size });
const toldRows = () => told.flatMap(({ upserted }) => upserted.map(({ seq }) => seq));
const upTo = (seq: number) => Array.from({ length: seq }, (_, index) => index + 1);

async function toldAllOnce(): Promise<void> {
  await until(() => told.at(-1)?.toSeq === log.seq);
  expect(toldRows()).toEqual(upTo(log.seq));
  expect(told.map(({ fromSeq }) => fromSeq)).toEqual([0, ...told.slice(0, -1).map(({ toSeq }) => toSeq)]);
  expect(feed.position).toBe(log.seq);
}

describe('a feed', () => {
  test('passes on what comes in order, without asking the database', async () => {
    commit(3);
    for (const seq of [1, 2, 3]) announce(seq);
    await toldAllOnce();
    expect(log.reads).toEqual([]);
  });

  test('puts announcements in order that overtook each other', async () => {
    commit(5);
    for (const seq of [3, 2, 5, 1, 4]) announce(seq);
    await toldAllOnce();
    expect(log.reads).toEqual([]);
  });

  test('leaves out what it has heard before', async () => {
    commit(2);
    for (const seq of [1, 1, 2, 1, 2]) announce(seq);
    await toldAllOnce();
  });

  test('reads from the database, once, what was never announced', async () => {
    commit(4);
    announce(4);
    await toldAllOnce();
    expect(log.reads).toEqual([0]);
  });

  test('reads when it is only told that something happened', async () => {
    commit(2);
    feed.receive(decodeAnnouncement('of another version'));
    await toldAllOnce();
  });

  test('looks once more when a change was committed during its read', async () => {
    commit();
    const reading = feed.catchUp();
    commit();
    void feed.catchUp();
    await reading;
    await toldAllOnce();
  });

  test('is not held up by more early announcements than it keeps', async () => {
    commit(100);
    for (const seq of upTo(100).reverse()) announce(seq);
    await toldAllOnce();
  });

  test('nor by fewer that are large', async () => {
    commit(10);
    for (const seq of [10, 9, 8, 7]) announce(seq, LARGE);
    expect(log.reads).toEqual([0]);
    await toldAllOnce();
  });

  test('holds 512 kB of what is recent, and reads the rest for whoever is behind', async () => {
    commit(10);
    for (const seq of upTo(10)) announce(seq, LARGE);
    expect(upTo(10).filter((seq) => feed.recentFrom(seq - 1))).toEqual([8, 9, 10]);
    const behind = new Follower(feed, 0, undefined, { onDelivery: () => undefined, onEnd: () => undefined });
    expect((await behind.next()).value).toMatchObject({ fromSeq: 0, toSeq: 10 });
    expect(log.reads).toContain(0);
    await behind.return();
  });

  test('counts what it has read by what is in the rows', async () => {
    const plain = log.delta.bind(log);
    log.delta = (from, to) => ({
      ...plain(from, to),
      upserted: plain(from, to).upserted.map((row) => ({ ...row, data: { note: 'x'.repeat(LARGE) } })),
    });
    for (const seq of upTo(5)) {
      commit();
      await feed.catchUp();
      expect(feed.position).toBe(seq);
    }
    expect(upTo(5).filter((seq) => feed.recentFrom(seq - 1))).toEqual([3, 4, 5]);
  });

  test('stays where it is while the database is away, and loses nothing', async () => {
    log.isAway = true;
    commit(3);
    await feed.catchUp();
    expect(troubles).toHaveLength(1);
    expect(feed.position).toBe(0);
    log.isAway = false;
    await feed.catchUp();
    await toldAllOnce();
  });

  test('does not ask again and again for what an older copy of the database has not', async () => {
    commit(3);
    await feed.catchUp();
    feed.forget();
    log.seq = 1;
    log.reads = [];
    const back = new Follower(feed, 1, undefined, { onDelivery: () => undefined, onEnd: () => undefined });
    const read = log.read.bind(log);
    log.read = async (...asked) => {
      await new Promise((resolve) => setImmediate(resolve));
      return read(...asked);
    };
    const waiting = back.next();
    await until(() => log.reads.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log.reads).toEqual([1]);
    await back.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test('never goes back when the database answers with less than was announced', async () => {
    commit(2);
    const reading = feed.catchUp();
    for (const seq of [1, 2]) announce(seq);
    await reading;
    expect(feed.position).toBe(2);
    await toldAllOnce();
  });
});

describe('another epoch', () => {
  beforeEach(async () => {
    commit(3);
    for (const seq of [1, 2, 3]) announce(seq);
    await toldAllOnce();
    told = [];
    log.epoch = 'two';
    log.seq = 1;
  });

  test('makes everybody read anew, once, however it is noticed', async () => {
    announce(1);
    await until(() => told.length > 0);
    await feed.catchUp();
    announce(1);
    expect(told).toMatchObject([{ resync: true, toSeq: 1, inbox: { epoch: 'two', seq: 1 } }]);
    expect(feed.inbox).toMatchObject({ epoch: 'two', seq: 1 });
    commit();
    announce(2);
    await until(() => told.length > 1);
    expect(told[1]).toMatchObject({ resync: false, fromSeq: 1, toSeq: 2 });
  });

  test('is noticed by a reader who is behind', async () => {
    const behind = new Follower(feed, 0, undefined, { onDelivery: () => undefined, onEnd: () => undefined });
    feed.forget();
    expect((await behind.next()).value).toMatchObject({ resync: true, toSeq: 1, inbox: { epoch: 'two' } });
    await until(() => told.length > 0);
    expect(told).toMatchObject([{ resync: true, inbox: { epoch: 'two' } }]);
    await behind.return();
  });
});

describe('the additions', () => {
  /** Rows by seq and changeSeq, in one delta. */
  const missed = (fromSeq: number, toSeq: number, rows: [number, number][], hasMore: boolean): Delta => ({
    ...log.delta(fromSeq, toSeq),
    upserted: rows.map(([seq, changeSeq]) => ({ ...row(seq), changeSeq })),
    hasMore,
  });

  test('ring once for what was added early and changed late, in however many deltas it comes', async () => {
    const deltas = [
      missed(
        10,
        13,
        [
          [11, 11],
          [13, 13],
        ],
        true,
      ),
      // 12 was changed after it was added; 11 after it was told of; 9 was there before.
      missed(
        13,
        20,
        [
          [12, 14],
          [9, 15],
          [11, 20],
        ],
        false,
      ),
      missed(20, 21, [[12, 21]], false),
    ];
    const source = { next: async () => ({ value: deltas.shift(), done: false }) } as unknown as Follower;
    const additions = new Additions(source, () => true);
    const rung = [await additions.next(), await additions.next(), await additions.next()];
    expect(rung.map(({ value }) => value?.seq)).toEqual([11, 13, 12]);
    deltas.push(missed(21, 22, [[22, 22]], false));
    expect((await additions.next()).value?.seq).toBe(22);
  });

  test('ring again for one that grew while what was missed came', async () => {
    const grown = missed(12, 13, [[13, 13]], false);
    const deltas = [
      missed(10, 12, [[11, 11]], true),
      { ...grown, upserted: [{ ...row(13), id: row(11).id }] },
    ];
    const source = { next: async () => ({ value: deltas.shift(), done: false }) } as unknown as Follower;
    const additions = new Additions(source, () => true);
    const rung = [await additions.next(), await additions.next()];
    expect(rung.map(({ value }) => value?.seq)).toEqual([11, 13]);
  });
});

describe('an announcement', () => {
  test('travels as it is', () => {
    const { announcement, message } = announcementOf('a', log.delta(0, 3));
    expect(decodeAnnouncement(message)).toEqual(announcement);
    expect(announcement).toEqual({ delta: log.delta(0, 3), size: message.length });
  });

  test('is known to whoever told it, and only to them', () => {
    const { message } = announcementOf('a', log.delta(0, 3));
    expect(isFrom('a', message)).toBe(true);
    expect(isFrom('b', message)).toBe(false);
  });

  test('over 64 kB, of another version or unreadable says only that something happened', () => {
    const large = announcementOf('a', log.delta(0, 3_000));
    expect(large.announcement).toEqual({ wakeUp: true });
    expect(decodeAnnouncement(large.message)).toEqual({ wakeUp: true });
    const { message: ofToday } = announcementOf('a', log.delta(0, 1));
    const version = /"v":\d+/.exec(ofToday)![0];
    const ofTomorrow = ofToday.replace(version, `${version}0`);
    for (const message of [ofTomorrow, '', '{', 'null', '1', `{${version}}`, `{${version},"delta":{}}`])
      expect(decodeAnnouncement(message)).toEqual({ wakeUp: true });
  });
});
