import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '../../test/support/until.ts';
import { InProcessPubSub } from '../platform/broker/in-process-pub-sub.ts';
import { PreferencesFeeds } from './preferences-feeds.ts';
import type { PreferencesFollower } from './preferences-follower.ts';
import type { Preferences } from './preferences.reader.ts';

const REPAIR_MS = 50;

/** What PostgreSQL would say: one user whose revision is a number. */
let stored: number;
let reads: number;
let isAway: boolean;
let feeds: PreferencesFeeds;

beforeEach(() => {
  [stored, reads, isAway] = [1, 0, false];
  feeds = new PreferencesFeeds(
    new InProcessPubSub(),
    {
      read: async () => {
        reads++;
        if (isAway) throw new Error('away');
        return { revision: String(stored) } as Preferences;
      },
      revisions: async (userIds) => new Map(userIds.map((userId) => [userId, String(stored)])),
    },
    () => undefined,
    REPAIR_MS,
  );
});

afterEach(() => feeds.stop());

const nextOf = async (follower: PreferencesFollower) => (await follower.next()).value?.revision;

/** Pulls on, as a quick device does. */
function pull(follower: PreferencesFollower): (string | null)[] {
  const told: (string | null)[] = [];
  void (async () => {
    for (let event = await follower.next(); !event.done; event = await follower.next())
      told.push(event.value.revision);
  })();
  return told;
}

test('the first comes at once, and the next after a change', async () => {
  const follower = feeds.follow('casey');
  expect(await nextOf(follower)).toBe('1');
  const next = nextOf(follower);
  stored = 2;
  feeds.announce('casey');
  expect(await next).toBe('2');
});

test('a wake-up without a change tells nothing', async () => {
  const told = pull(feeds.follow('casey'));
  await until(() => told.length === 1);
  feeds.announce('casey');
  await until(() => reads === 2);
  stored = 2;
  feeds.announce('casey');
  await until(() => told.length === 2);
  expect(told).toEqual(['1', '2']);
});

test('a device whose wake-up was lost hears all the same', async () => {
  feeds.start();
  const told = pull(feeds.follow('casey'));
  await until(() => told.length === 1);
  stored = 2;
  // Somebody who comes later knows it already; those who were there must hear too.
  expect(await nextOf(feeds.follow('casey'))).toBe('2');
  await until(() => told.length === 2);
  expect(told).toEqual(['1', '2']);
});

test('as long as nothing changes nothing is read', async () => {
  feeds.start();
  const told = pull(feeds.follow('casey'));
  await new Promise((resolve) => setTimeout(resolve, 4 * REPAIR_MS));
  expect({ told, reads }).toEqual({ told: ['1'], reads: 1 });
});

test('a slow device gets the last of many changes', async () => {
  const follower = feeds.follow('casey');
  expect(await nextOf(follower)).toBe('1');
  for (stored = 2; stored < 10; stored++) feeds.announce('casey');
  expect(await nextOf(follower)).toBe('10');
});

test('the devices of one user share one read and one event, and nobody else wakes', async () => {
  const devices = [feeds.follow('casey'), feeds.follow('casey'), feeds.follow('casey')];
  const other = pull(feeds.follow('robin'));
  const events = await Promise.all(devices.map((device) => device.next()));
  expect(new Set(events.map(({ value }) => value)).size).toBe(1);
  await until(() => other.length === 1);
  expect(reads).toBe(2);
  const next = Promise.all(devices.map((device) => device.next()));
  stored = 2;
  feeds.announce('casey');
  expect(new Set((await next).map(({ value }) => value)).size).toBe(1);
  expect(reads).toBe(3);
  expect(other).toEqual(['1']);
});

test('while PostgreSQL is away a device waits, and hears when it is back', async () => {
  isAway = true;
  const told = pull(feeds.follow('casey'));
  await until(() => reads === 1);
  isAway = false;
  await until(() => told.length === 1);
});

test('one that ends is told nothing more, also while it waits', async () => {
  const follower = feeds.follow('casey');
  await follower.next();
  const next = follower.next();
  await follower.return();
  expect(await next).toEqual({ value: undefined, done: true });
  feeds.announce('casey');
  expect(reads).toBe(1);
});
