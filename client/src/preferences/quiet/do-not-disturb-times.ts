import { fromInput } from '../../ui/words/wall-input.ts';
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

/** What was chosen in such an input, or what is wrong with it, in words for the reader. */
export function chosenTime(input: string, now: number): Date | string {
  const wall = fromInput(input);
  if (!wall) return say('preferences.chooseDayAndTime');
  const time = new Date(timeOf(wall));
  if (time.getTime() <= now) return say('preferences.isOver');
  if (time.getTime() > latestTime(now).getTime()) return say('preferences.tooFar');
  return time;
}

export function latestTime(now: number): Date {
  const { day, ...rest } = wallOf(now);
  // Also in the week in which the clocks go back.
  return new Date(Math.min(timeOf({ ...rest, day: day + MAX_DAYS }), now + MAX_DAYS * 24 * HOUR));
}
