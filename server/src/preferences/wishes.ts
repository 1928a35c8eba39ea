import type { Channel } from '../catalogue/category.ts';
import type { SubjectRef } from '../inbox/subject.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { ALL_OTHERS } from './channel-choices.ts';
import { DEFAULT_DIGEST_DAY, DEFAULT_DIGEST_HOUR, type DigestTerms } from './clock/digest-moment.ts';
import type { QuietTerms } from './clock/quiet-hours.ts';
import type { QuietWeek } from './clock/quiet-week.ts';
import { DEFAULT_TERMS } from './delivery-terms.ts';
import type { Pace } from './pace.ts';

/** How many changes are looked back over at most: what was chosen before them is taken to have been as before the oldest. */
const MAX_CHANGES = 1_000;

/** When it is quiet, and when digests come. */
export type Terms = QuietTerms & DigestTerms;

/** What one reader wished for at any moment of the last days. Moments are milliseconds. */
export interface Wishes {
  /** Null: nothing, it is as declared. */
  readonly choiceAt: (moment: number, category: string, channel: Channel) => boolean | null;
  /** Null: at once. */
  readonly paceAt: (moment: number, category: string, channel: Channel) => Pace | null;
  readonly isMutedAt: (moment: number, subject: SubjectRef) => boolean;
  readonly termsAt: (moment: number) => Terms;
  /** When they were next changed after that moment; undefined: not since. What they hold is then looked at again. */
  readonly termsChangedAfter: (moment: number) => number | undefined;
  readonly paceChangedAfter: (moment: number, category: string, channel: Channel) => number | undefined;
}

/** A row of one of the tables of preferences, as PostgreSQL writes it. */
type Stored = Readonly<Record<string, unknown>>;

interface Now {
  readonly source: string;
  readonly row: Stored;
}

interface Change {
  readonly source: string;
  readonly was: Stored | null;
  readonly became: Stored | null;
  readonly changedAt: string;
}

const READ = `
  select (select coalesce(json_agg(rows), '[]') from (
      select 'preferences' as source, to_jsonb(p) as row from preferences p where user_id = $1
      union all select 'channel_choices', to_jsonb(c) from channel_choices c where user_id = $1
      union all select 'pace_choices', to_jsonb(c) from pace_choices c where user_id = $1
      union all select 'muted_subjects', to_jsonb(m) - '{label,url}'::text[] from muted_subjects m where user_id = $1) rows) as now,
    (select coalesce(json_agg(newest), '[]') from (
      select source, was, became, changed_at as "changedAt" from preference_changes
      where user_id = $1 order by id desc limit ${MAX_CHANGES}) newest) as changes`;

/** One statement, so what is chosen now fits what was changed. */
export async function readWishes(sql: Sql, userId: string): Promise<Wishes> {
  const [read] = await sql.query<{ now: Now[]; changes: Change[] }>(READ, [userId]);
  return pastWishes(read!.now, read!.changes);
}

/** What is wished now, and what was before each change. */
function pastWishes(rows: readonly Now[], changes: readonly Change[]): Wishes {
  const now = new Map(rows.map(({ source, row }) => [keyOf(source, row), row]));
  const newestFirst = Map.groupBy(
    changes.map(({ source, was, became, changedAt }) => ({
      key: keyOf(source, (became ?? was)!),
      until: Date.parse(changedAt),
      was,
    })),
    ({ key }) => key,
  );
  const nextAfter = (moment: number, ...key: string[]) =>
    newestFirst.get(JSON.stringify(key))?.findLast(({ until }) => until > moment);
  /** As it was before the first change after that moment. */
  const at = (moment: number, ...key: string[]): Stored | null => {
    const next = nextAfter(moment, ...key);
    return next ? next.was : (now.get(JSON.stringify(key)) ?? null);
  };
  return {
    choiceAt: (moment, category, channel) => {
      const own = at(moment, 'channel_choices', category, channel);
      const choice = own ?? at(moment, 'channel_choices', ALL_OTHERS, channel);
      return (choice?.is_on as boolean | undefined) ?? null;
    },
    paceAt: (moment, category, channel) =>
      (at(moment, 'pace_choices', category, channel)?.pace as Pace | undefined) ?? null,
    isMutedAt: (moment, { type, id }) => at(moment, 'muted_subjects', type, id) !== null,
    termsAt: (moment) => termsOf(at(moment, 'preferences')),
    termsChangedAfter: (moment) => nextAfter(moment, 'preferences')?.until,
    paceChangedAfter: (moment, category, channel) =>
      nextAfter(moment, 'pace_choices', category, channel)?.until,
  };
}

const termsOf = (row: Stored | null): Terms => ({
  timeZone: (row?.time_zone as string | undefined) ?? DEFAULT_TERMS.timeZone,
  quietHours: (row?.quiet_hours as QuietWeek | null | undefined) ?? null,
  dndUntil: (row?.dnd_until as string | null | undefined) ?? null,
  digestHour: (row?.digest_hour as number | undefined) ?? DEFAULT_DIGEST_HOUR,
  digestDay: (row?.digest_day as number | undefined) ?? DEFAULT_DIGEST_DAY,
});

/** By the table, and what in it is one row of a user. */
function keyOf(source: string, row: Stored): string {
  const { category, channel, subject_type: type, subject_id: id } = row;
  return JSON.stringify([source, category, channel, type, id].filter((part) => part !== undefined));
}
