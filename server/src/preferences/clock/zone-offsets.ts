import { DateTime } from 'luxon';
import type { Database, Sql } from '../../platform/postgres/database.ts';
import { firstClockChange } from './quiet-hours.ts';

/** Looked at anew each hour; so many days may pass without, and quiet hours are still right. */
const DAYS_AHEAD = 60;

/** From a moment on the clocks of a zone are ahead of UTC by so many minutes. */
interface ZoneOffset {
  /** ISO 8601, or `-infinity` for what holds at first. */
  readonly since: string;
  readonly minutes: number;
}

/** What the clocks of a zone show in the next days. None for a zone that this machine does not know. Pure. */
export function zoneOffsets(zone: string, now: Date): ZoneOffset[] {
  let time: DateTime = DateTime.fromJSDate(now, { zone });
  if (!time.isValid) return [];
  const offsets = [{ since: '-infinity', minutes: time.offset }];
  for (let day = 0; day < DAYS_AHEAD; day++) {
    const next = time.plus({ hours: 24 });
    const change = firstClockChange(time, next);
    if (change) offsets.push({ since: change.toUTC().toISO()!, minutes: change.offset });
    time = next;
  }
  return offsets;
}

/** Writes down what a zone's clocks show, for statements that look at quiet hours: in place of what was known. */
export async function writeZone(sql: Sql, zone: string, now = new Date()): Promise<void> {
  const offsets = zoneOffsets(zone, now);
  await sql.query(
    `with gone as (delete from zone_offsets where zone = $1 and since <> all($2::timestamptz[]))
     insert into zone_offsets (zone, since, minutes) select $1, * from unnest($2::timestamptz[], $3::int[])
     on conflict (zone, since) do update set minutes = excluded.minutes`,
    [zone, offsets.map(({ since }) => since), offsets.map(({ minutes }) => minutes)],
  );
}

/** For a zone that somebody begins to use. */
export async function writeNewZone(sql: Sql, zone: string): Promise<void> {
  const known = await sql.query('select from zone_offsets where zone = $1 limit 1', [zone]);
  if (known.length === 0) await writeZone(sql, zone);
}

/** Every zone that is in use: when a replica starts, whose rules may be newer, and each hour. */
export async function writeZones(database: Database): Promise<void> {
  const zones = await database.query<{ zone: string }>(
    `select zone from zone_offsets
     union select time_zone from preferences p where quiet_hours is not null
       or exists (select from pace_choices where user_id = p.user_id)
     order by zone`,
  );
  for (const { zone } of zones) await writeZone(database, zone);
}
