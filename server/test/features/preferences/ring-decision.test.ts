import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Channel, channelsOf, general, type Category } from '../../../src/catalogue/category.ts';
import {
  against,
  againstSql,
  choiceAgainst,
  choiceAgainstSql,
  type Against,
} from '../../../src/preferences/wants.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { DEFAULT_TERMS } from '../../../src/preferences/delivery-terms.ts';
import { everyDay } from '../../../src/preferences/clock/quiet-week.ts';
import { writeZone } from '../../../src/preferences/clock/zone-offsets.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';

/** Repeat a failure with CARILLON_TEST_SEED=… */
const seed = Number(process.env.CARILLON_TEST_SEED ?? Date.now() % 2 ** 31);

let home: TestDatabase;
let database: Database;

beforeAll(async () => {
  home = await createDatabase();
  database = await Database.connect({ url: home.url, poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await home.drop();
});

const ZONES = [
  ...['UTC', 'Europe/Berlin', 'europe/berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Asia/Calcutta', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'],
  ...['CET', 'WET', 'EET', 'MET', 'EST', 'IST', 'US/Pacific-New', 'America/Edmonton', 'Africa/Casablanca'],
  ...['Antarctica/Troll', 'Asia/Kathmandu', 'Mars/Olympus'],
];
const SUBJECTS = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
const CATEGORIES: Category[] = [true, false].flatMap((rings) =>
  [false, true].map((isCritical) => ({
    ...general,
    name: `${isCritical ? 'critical' : 'normal'} ${rings}`,
    isCritical,
    channels: channelsOf([rings ? Channel.IN_APP : Channel.EMAIL]),
  })),
);
const DAY_MS = 24 * 3_600_000;
const minute = fc.nat({ max: 1_439 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });

const interval = fc.record({ from: minute, until: fc.nat({ max: 1_440 }) });
const sameEveryDay = interval.map(everyDay);
const anyWeek = fc.array(optional(interval), { minLength: 7, maxLength: 7 });

/** Somebody, what they have chosen, and what comes to them. */
const reader = fc.record({
  preferences: optional(
    fc.record({
      timeZone: fc.constantFrom(...ZONES),
      quiet: optional(fc.oneof(sameEveryDay, anyWeek)),
      dndInMinutes: optional(fc.integer({ min: -100, max: 100 })),
    }),
  ),
  ownRing: optional(fc.boolean()),
  ownEmail: optional(fc.boolean()),
  muted: fc.subarray(SUBJECTS),
  category: fc.constantFrom(...CATEGORIES),
  subject: optional(fc.constantFrom(...SUBJECTS)),
});

const CLOCK_CHANGES = [
  ...['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-11-01T06:00Z', '2026-04-04T15:00Z'],
  ...['2026-10-03T15:30Z', '2027-02-07T02:00Z', '2027-03-14T02:00Z', '2026-03-08T09:00Z'],
];
const moment = fc.oneof(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...CLOCK_CHANGES), fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 }))
    .map(([change, away]) => new Date(Date.parse(change) + away)),
);

test(`PostgreSQL decides as we do, whatever was chosen and whenever it comes (seed ${seed})`, async () => {
  const users = Array.from({ length: 60 }, (_, index) => `decided ${index}`);
  await database.query(`insert into users (id, name) select id, id from unnest($1::text[]) id`, [users]);
  const readers = fc.array(reader, { minLength: 60, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(readers, moment, fc.nat({ max: 59 * DAY_MS }), async (all, now, writtenBefore) => {
      for (const table of ['preferences', 'channel_choices', 'muted_subjects', 'zone_offsets'])
        await database.query(`delete from ${table}`);
      for (const zone of ZONES) await writeZone(database, zone, new Date(now.getTime() - writtenBefore));
      await choose(users, all, now);
      const decided = await database.query<Decided>(DECIDE, [
        users,
        all.map(({ category }) => category.name),
        all.map(({ subject }) => subject && 'thing'),
        all.map(({ category }) => category.isCritical),
        all.map(({ category }) => category.channels[Channel.IN_APP]),
        now,
        all.map(({ category }) => category.channels[Channel.EMAIL]),
        all.map(({ subject }) => subject),
      ]);
      const expected = all.map(({ preferences, ownRing, ownEmail, muted, category, subject }): Decided => {
        const isMuted = subject !== null && muted.includes(subject);
        const terms = {
          timeZone: preferences?.timeZone ?? DEFAULT_TERMS.timeZone,
          quietHours: preferences?.quiet ?? null,
          dndUntil: dndOf(preferences, now),
        };
        const ring = { isMuted, isOn: ownRing };
        return {
          ring: against(now, category, Channel.IN_APP, ring, terms) ?? null,
          email: choiceAgainst(category, Channel.EMAIL, { isMuted, isOn: ownEmail }) ?? null,
        };
      });
      expect(decided.map((one, index) => [one, all[index]])).toEqual(
        expected.map((one, index) => [one, all[index]]),
      );
    }),
    { seed, numRuns: 60, endOnFailure: true },
  );
}, 120_000);

const DECIDE = `
  with item as (
    select user_id, no from unnest($1::text[]) with ordinality item (user_id, no)
  ), content as (
    select * from unnest($2::text[], $3::text[], $8::text[], $4::boolean[], $5::boolean[], $7::boolean[]) with ordinality
      c (category, subject_type, subject_id, is_critical, ring_default, email_default, no)
  )
  select ${againstSql('$6::timestamptz', Channel.IN_APP, 'c.ring_default')} as ring,
    ${choiceAgainstSql(Channel.EMAIL, 'c.email_default')} as email
  from item join content c on c.no = item.no order by item.no`;

interface Decided {
  ring: Against | null;
  email: Against | null;
}

type Reader = typeof reader extends fc.Arbitrary<infer One> ? One : never;

const dndOf = (preferences: Reader['preferences'], now: Date): string | null =>
  preferences?.dndInMinutes == null
    ? null
    : new Date(now.getTime() + preferences.dndInMinutes * 60_000).toISOString();

async function choose(users: string[], all: Reader[], now: Date): Promise<void> {
  for (const [index, { preferences, ownRing, ownEmail, muted, category }] of all.entries()) {
    const user = users[index];
    if (preferences)
      await database.query(
        `insert into preferences (user_id, time_zone, quiet_hours, dnd_until) values ($1, $2, $3, $4)`,
        [
          user,
          preferences.timeZone,
          preferences.quiet && JSON.stringify(preferences.quiet),
          dndOf(preferences, now),
        ],
      );
    for (const [channel, isOn] of [
      ['IN_APP', ownRing],
      ['EMAIL', ownEmail],
    ])
      if (isOn !== null)
        await database.query('insert into channel_choices values ($1, $2, $3, $4)', [
          user,
          category.name,
          channel,
          isOn,
        ]);
    for (const subject of muted)
      await database.query(
        `insert into muted_subjects (user_id, subject_type, subject_id) values ($1, 'thing', $2)`,
        [user, subject],
      );
  }
}
