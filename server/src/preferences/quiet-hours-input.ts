import { badInput } from '../platform/errors.ts';
import { minutesOf } from './clock/clock-time.ts';
import { everyDay, type QuietInterval, type QuietWeek } from './clock/quiet-week.ts';
import { DAY_MINUTES, WEEKDAYS, type Weekday } from './clock/weekday.ts';

const END_OF_DAY = '24:00';

/** What a reader says of quiet hours. */
export interface QuietHoursInput {
  /** A time such as 22:00; null like `until`: none. */
  readonly from: string | null;
  /** May be 24:00. */
  readonly until: string | null;
  /** On which they begin; null: every day. */
  readonly weekdays: readonly Weekday[] | null;
}

/** @throws BAD_USER_INPUT for a time that is none, one time without the other, two equal ones, or no day or more than seven */
export function checkQuietHours({ from, until, weekdays }: QuietHoursInput): QuietInterval | null {
  if (weekdays && (weekdays.length === 0 || weekdays.length > WEEKDAYS.length))
    throw badInput('weekdays must have 1 to 7 days', 'weekdays');
  if ((from === null) !== (until === null))
    throw badInput('Quiet hours have both from and until, or neither', from === null ? 'from' : 'until');
  if (from === null || until === null) return null;
  if (from === until) throw badInput('from and until must differ; a whole day is until 24:00', 'until');
  const begin = minutesOf('from', from);
  if (until !== END_OF_DAY) return { from: begin, until: minutesOf('until', until) };
  // Midnight has one name, but for a whole day, which ends where it began.
  return { from: begin, until: begin === 0 ? DAY_MINUTES : 0 };
}

/** The week with that on these days; null where nothing is left of it. Pure. */
export function withQuietHours(
  week: QuietWeek | null,
  interval: QuietInterval | null,
  weekdays: readonly Weekday[] | null,
): QuietWeek | null {
  const changed = (week ?? everyDay(null)).map((known, day) =>
    !weekdays || weekdays.includes(WEEKDAYS[day]!) ? interval : known,
  );
  return changed.some(Boolean) ? changed : null;
}
