import { clockTime } from './clock/clock-time.ts';
import type { QuietInterval, QuietWeek } from './clock/quiet-week.ts';
import { WEEKDAYS } from './clock/weekday.ts';
import type { QuietHoursType } from './preferences.type.ts';

/** Days with the same hours together, in the order of the week. Pure. */
export function quietWeekShown(week: QuietWeek | null): QuietHoursType[] {
  const days = WEEKDAYS.flatMap((weekday, day) => {
    const interval = week?.[day];
    return interval ? [{ weekday, ...shown(interval) }] : [];
  });
  return [...Map.groupBy(days, ({ from, until }) => `${from} ${until}`).values()].map((same) => ({
    from: same[0]!.from,
    until: same[0]!.until,
    weekdays: same.map(({ weekday }) => weekday),
  }));
}

/** Those of every day; null where there are none, or not the same on each. Pure. */
export function everyDayShown(week: readonly QuietHoursType[]): QuietHoursType | null {
  const [first] = week;
  return first?.weekdays.length === WEEKDAYS.length ? first : null;
}

const shown = ({ from, until }: QuietInterval) => ({ from: clockTime(from), until: clockTime(until) });
