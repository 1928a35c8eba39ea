import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextDigest, nextDigestSql } from '../../../src/preferences/clock/digest-moment.ts';
import type { Pace } from '../../../src/preferences/pace.ts';
import { writeZone } from '../../../src/preferences/clock/zone-offsets.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';

const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Chatham'];
const CLOCK_CHANGES = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z', '2026-10-03T15:30Z'];
const MINUTE_MS = 60_000;
/** No zone is away from UTC, and no clock is changed, by anything but quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;
const EIGHT_DAYS_MS = 8 * 24 * 60 * MINUTE_MS;

let home: TestDatabase;
let database: Database;

beforeAll(async () => {
  home = await createDatabase();
  database = await Database.connect({ url: home.url, poolSize: 2 });
  await database.query(`insert into users (id, name) values ('reader', 'Reader')`);
  await database.query(`insert into preferences (user_id) values ('reader')`);
});

afterAll(async () => {
  await database.close();
  await home.drop();
});

interface Wish {
  readonly zone: string;
  readonly hour: number;
  readonly day: number;
  readonly pace: string;
}

async function next(now: Date, { zone, hour, day, pace }: Wish): Promise<string | null> {
  await database.query(`update preferences set time_zone = $1, digest_hour = $2, digest_day = $3`, [
    ...[zone, hour, day],
  ]);
  const [found] = await database.query<{ at: string | null }>(
    `select ${nextDigestSql('$1::timestamptz', `'reader'`, '$2::text')} as at`,
    [now, pace],
  );
  return found!.at;
}

const ofOne = (now: Date, { zone, hour, day, pace }: Wish): string =>
  nextDigest(now, pace as Pace, { timeZone: zone, digestHour: hour, digestDay: day }).toISOString();

/** Quarter by quarter, as somebody would who looks at the clock on the wall: has that hour of that day begun? */
function watched(now: Date, { zone, hour, day, pace }: Wish): string {
  const start = Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS;
  const before = DateTime.fromMillis(start, { zone });
  const told = new Set<string>([before.hour >= hour ? before.toISODate()! : '']);
  for (let moment = start + QUARTER_MS; moment < start + EIGHT_DAYS_MS; moment += QUARTER_MS) {
    const at = DateTime.fromMillis(moment, { zone });
    const isTheDay = pace === 'DAILY' || at.weekday === day;
    if (isTheDay && at.hour >= hour && !told.has(at.toISODate()!)) return at.toUTC().toISO()!;
  }
  throw new Error('It never comes');
}

const near = fc
  .tuple(fc.constantFrom(...CLOCK_CHANGES), fc.integer({ min: -36 * 60, max: 36 * 60 }))
  .map(([change, away]) => new Date(Date.parse(change) + away * MINUTE_MS + 12_345));
const wish = fc.record({
  zone: fc.constantFrom(...ZONES),
  hour: fc.nat({ max: 23 }),
  day: fc.integer({ min: 1, max: 7 }),
  pace: fc.constantFrom('DAILY', 'WEEKLY'),
});

test('a digest comes when the clock on the wall says so, also where that is changed', async () => {
  for (const zone of ZONES) await writeZone(database, zone, new Date('2026-03-01T00:00:00Z'));
  await fc.assert(
    fc.asyncProperty(wish, near, async (wished, now) => {
      await writeZone(database, wished.zone, new Date(now.getTime() - 24 * 60 * MINUTE_MS));
      const seen = watched(now, wished);
      expect(await next(now, wished)).toBe(seen);
      expect(ofOne(now, wished)).toBe(seen);
    }),
    { numRuns: 150 },
  );
}, 300_000);

test.each([
  ['daily', 'DAILY', '2026-06-03T05:59:00Z', '2026-06-03T06:00:00.000Z'],
  ['daily, when it has just come', 'DAILY', '2026-06-03T06:00:30Z', '2026-06-04T06:00:00.000Z'],
  ['weekly', 'WEEKLY', '2026-06-03T05:59:00Z', '2026-06-05T06:00:00.000Z'],
  ['weekly, when it has just come', 'WEEKLY', '2026-06-05T06:00:00Z', '2026-06-12T06:00:00.000Z'],
])('%s', async (_what, pace, now, at) => {
  await writeZone(database, 'Europe/Berlin', new Date('2026-06-01T00:00:00Z'));
  const friday = { zone: 'Europe/Berlin', hour: 8, day: 5, pace };
  expect(await next(new Date(now), friday)).toBe(at);
});

test('in a zone that nobody knows it comes by UTC', async () => {
  const wished = { zone: 'Mars/Olympus', hour: 8, day: 1, pace: 'DAILY' };
  expect(await next(new Date('2026-06-03T05:00:00Z'), wished)).toBe('2026-06-03T08:00:00.000Z');
});
