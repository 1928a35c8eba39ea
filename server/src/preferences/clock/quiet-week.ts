import { DAY_MINUTES, WEEKDAYS } from './weekday.ts';

/** Minutes since midnight; `until` before `from`: it ends on the next day. All day: 0 and 1,440. */
export interface QuietInterval {
  readonly from: number;
  readonly until: number;
}

/** What begins on each day from Monday on; null: nothing does. As it is stored. */
export type QuietWeek = readonly (QuietInterval | null)[];

/** The same on each day; null: never. */
export const everyDay = (interval: QuietInterval | null): QuietWeek => WEEKDAYS.map(() => interval);

const reachesOver = ({ from, until }: QuietInterval): boolean => until < from;

/** How many minutes a clock goes on before what is quiet now, on that day (0: Monday), ends; 0: it is not. Pure. */
export function quietMinutesLeft(week: QuietWeek, day: number, minute: number): number {
  const today = week[day];
  const yesterday = week[(day + 6) % 7];
  const fromYesterday = yesterday && reachesOver(yesterday) ? yesterday.until - minute : 0;
  const fromToday = today && minute >= today.from ? endOf(today) - minute : 0;
  return Math.max(0, fromYesterday, fromToday);
}

const endOf = (interval: QuietInterval): number => interval.until + (reachesOver(interval) ? DAY_MINUTES : 0);

/**
 * SQL, a value: whether that is so, as `quietMinutesLeft` has it.
 * @param week jsonb, a `QuietWeek` @param minutes what a clock shows, counted from the first minute of 1970
 */
export const isQuietSql = (week: string, minutes: string): string => `(
              select coalesce(today."from" <= minute and (today.until < today."from" or minute < today.until), false)
                or coalesce(yesterday.until < yesterday."from" and minute < yesterday.until, false)
              from (select ${minutes} % ${DAY_MINUTES} as minute, (${minutes} / ${DAY_MINUTES} + 3) % 7 as day) clock,
                jsonb_to_record(nullif(${week} -> day, 'null')) today ("from" int, until int),
                jsonb_to_record(nullif(${week} -> (day + 6) % 7, 'null')) yesterday ("from" int, until int))`;
