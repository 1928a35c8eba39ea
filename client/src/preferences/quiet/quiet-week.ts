import type { PreferencesFieldsFragment, Weekday } from '../../generated/graphql.ts';

/** As the server tells them: days with the same hours together. */
export type QuietWeek = PreferencesFieldsFragment['quietWeek'];
/** From a time until another, which is on the next day if it is before that; a whole day is until 24:00. */
export type Hours = { from: string; until: string };

export const WEEKDAYS: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

export const USUAL: Hours = { from: '22:00', until: '07:00' };
export const ALL_DAY: Hours = { from: '00:00', until: '24:00' };

export const isAllDay = ({ from, until }: Hours): boolean => from === ALL_DAY.from && until === ALL_DAY.until;

/** What begins on a day. */
export const hoursOn = (week: QuietWeek, day: Weekday): Hours | undefined =>
  week.find(({ weekdays }) => weekdays.includes(day));

/** The hours of every day; undefined if they are not the same on each. */
export function everyDay(week: QuietWeek): Hours | undefined {
  const [first] = week;
  return first?.weekdays.length === WEEKDAYS.length ? first : undefined;
}

/** The week with other hours on some days; null: none there. */
export function withHours(week: QuietWeek, hours: Hours | null, days: readonly Weekday[]): QuietWeek {
  const others = week
    .map((same) => ({ ...same, weekdays: same.weekdays.filter((day) => !days.includes(day)) }))
    .filter(({ weekdays }) => weekdays.length > 0);
  return hours ? [...others, { ...hours, weekdays: [...days] }] : others;
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/**
 * When what is quiet at a minute of the week (0: Monday begins) ends, what adjoins taken together, in minutes from then;
 * 0: it is not quiet; infinite: always.
 */
export function quietMinutesLeft(week: QuietWeek, minute: number): number {
  let left = 0;
  while (left < WEEK) {
    const now = (minute + left) % WEEK;
    const ends = WEEKDAYS.map((weekday, day) => minutesLeftOf(hoursOn(week, weekday), day, now));
    const further = Math.max(...ends);
    if (further === 0) return left;
    left += further;
  }
  return Infinity;
}

function minutesLeftOf(hours: Hours | undefined, day: number, now: number): number {
  if (!hours) return 0;
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)];
  const length = until < from ? until + DAY - from : until - from;
  const since = (now - day * DAY - from + 2 * WEEK) % WEEK;
  return Math.max(0, length - since);
}

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
