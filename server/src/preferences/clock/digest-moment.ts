import { DateTime } from 'luxon';
import { Pace } from '../pace.ts';
import { DAY_MINUTES } from './weekday.ts';

/** When digests come to whoever has not chosen: as the columns' defaults have it. */
export const DEFAULT_DIGEST_HOUR = 8;
/** Monday, as 1: weekdays are stored as ISO 8601 numbers them. */
export const DEFAULT_DIGEST_DAY = 1;

/** When digests come to a reader, by which clock. */
export interface DigestTerms {
  /** An IANA name; one that nobody knows is taken for UTC. */
  readonly timeZone: string;
  readonly digestHour: number;
  /** From Monday (1) on. */
  readonly digestDay: number;
}

/** The same as `nextDigestSql` below, of one reader, which a property test holds against it. Pure. */
export function nextDigest(now: Date, pace: Pace, { timeZone, digestHour, digestDay }: DigestTerms): Date {
  const there = DateTime.fromJSDate(now, { zone: timeZone });
  const clock = there.isValid ? there : there.setZone('UTC');
  const { year, month, day, weekday } = clock;
  const isWeekly = pace === Pace.WEEKLY;
  const away = isWeekly ? (digestDay - weekday + 7) % 7 : 0;
  const isPast = away === 0 && clock.hour >= digestHour;
  const date = DateTime.utc(year, month, day).plus({ days: away + (isPast ? (isWeekly ? 7 : 1) : 0) });
  const { year: y, month: m, day: d } = date;
  const at = DateTime.fromObject({ year: y, month: m, day: d, hour: digestHour }, { zone: clock.zone });
  return at.getPossibleOffsets()[0]!.toJSDate();
}

const minutesOfSql = (moment: string): string => `floor(extract(epoch from ${moment}) / 60)::int`;
const momentOfSql = (minutes: string): string => `to_timestamp(60.0 * (${minutes}))`;

/** By the offsets that we wrote down, as for quiet hours; a zone that nobody knows is taken for UTC. */
const offsetSql = (moment: string): string => `(select coalesce((select o.minutes from zone_offsets o
      where o.zone = chosen.time_zone and o.since <= ${moment} order by o.since desc limit 1), 0) as minutes)`;

/**
 * SQL, a value: the first moment after `now` at which the reader's clock shows the hour of their digests, and on their
 * day for weekly ones. An hour that it skips has come when it does; one that it shows twice comes once. Null for a
 * reader without preferences.
 * @param pace in SQL: `DAILY` or `WEEKLY`
 */
export const nextDigestSql = (now: string, userId: string, pace: string): string => `(
    select ${momentOfSql('target.minutes - least(near.minutes, there.minutes)')}
    from preferences chosen
      cross join lateral ${offsetSql(now)} here
      cross join lateral (select ${minutesOfSql(now)} + here.minutes as minutes) clock
      cross join lateral (select clock.minutes / ${DAY_MINUTES} as day) today
      cross join lateral (select chosen.digest_hour * 60 + ${DAY_MINUTES} * case ${pace}
          when 'WEEKLY' then today.day - (today.day + 3) % 7 + chosen.digest_day - 1 else today.day end as minutes) this
      cross join lateral (select this.minutes + case when this.minutes > clock.minutes then 0
          when ${pace} = 'WEEKLY' then ${7 * DAY_MINUTES} else ${DAY_MINUTES} end as minutes) target
      cross join lateral ${offsetSql(momentOfSql('target.minutes - here.minutes'))} near
      cross join lateral ${offsetSql(momentOfSql('target.minutes - near.minutes'))} there
    where chosen.user_id = ${userId})`;
