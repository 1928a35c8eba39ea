import { timeOf, wallOf } from '../../ui/words/zone.ts';
import { say } from '../../words/words.ts';

const HOUR = 60 * 60_000;
const MORNING = 8;
// Whoever is still awake then means the morning that is about to come.
const NIGHT_ENDS = 5;
const MAX_DAYS = 7;

export function inOneHour(now: number): Date {
  return new Date(now + HOUR);
}

/** Eight o'clock by the reader's own clock, whatever happens to the clocks that night. */
export function nextMorning(now: number): Date {
  const { hour, day, ...month } = wallOf(now);
  return new Date(timeOf({ ...month, day: hour < NIGHT_ENDS ? day : day + 1, hour: MORNING, minute: 0 }));
}

/** What an input for date and time takes: `2026-06-15T18:00`, by the reader's own clock. */
export function toInput(date: Date): string {
  const { year, month, day, hour, minute } = wallOf(date.getTime());
  const two = (part: number) => String(part).padStart(2, '0');
  return `${[year, two(month), two(day)].join('-')}T${two(hour)}:${two(minute)}`;
}

/** What was chosen in such an input, or what is wrong with it, in words for the reader. */
export function chosenTime(input: string, now: number): Date | string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(input)?.slice(1).map(Number);
  if (!parts) return say('preferences.chooseDayAndTime');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const time = new Date(timeOf({ year, month, day, hour, minute }));
  if (time.getTime() <= now) return say('preferences.isOver');
  if (time.getTime() > latestTime(now).getTime()) return say('preferences.tooFar');
  return time;
}

export function latestTime(now: number): Date {
  const { day, ...rest } = wallOf(now);
  // Also in the week in which the clocks go back.
  return new Date(Math.min(timeOf({ ...rest, day: day + MAX_DAYS }), now + MAX_DAYS * 24 * HOUR));
}
