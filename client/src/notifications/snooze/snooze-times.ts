import { fromInput } from '../../ui/words/wall-input.ts';
import { dayOf, timeOf, wallOf } from '../../ui/words/zone.ts';
import { say } from '../../words/words.ts';

const HOUR = 60 * 60_000;
const MORNING = 8;
const EVENING = 18;
/** From then on the evening is too near to be "later". */
const AFTERNOON = 15;

type Choice = { label: string; at: Date };

/** When something can come back, by the reader's own clock, whatever happens to the clocks meanwhile; soonest first. */
export function snoozeChoices(now: number): Choice[] {
  const later = laterToday(now);
  const tomorrow = morningIn(1, now);
  const monday = morningIn(daysToMonday(now), now);
  const isToday = dayOf(later.getTime()) === dayOf(now);
  return [
    { label: say(isToday ? 'snooze.laterToday' : 'snooze.inThreeHours'), at: later },
    { label: say('snooze.tomorrow'), at: tomorrow },
    // On a Sunday that is the same.
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ label: say('snooze.nextWeek'), at: monday }]),
  ];
}

function laterToday(now: number): Date {
  const wall = wallOf(now);
  if (wall.hour >= AFTERNOON) return new Date(now + 3 * HOUR);
  return new Date(timeOf({ ...wall, hour: EVENING, minute: 0 }));
}

function morningIn(days: number, now: number): Date {
  const { day, ...rest } = wallOf(now);
  return new Date(timeOf({ ...rest, day: day + days, hour: MORNING, minute: 0 }));
}

/** 1 to 7. The first day of all was a Thursday. */
function daysToMonday(now: number): number {
  return 7 - ((dayOf(now) + 3) % 7);
}

/** What was chosen in an input for date and time, or what is wrong with it, in words for the reader. */
export function chosenSnooze(input: string, now: number): Date | string {
  const wall = fromInput(input);
  if (!wall) return say('snooze.chooseDayAndTime');
  const time = new Date(timeOf(wall));
  if (time.getTime() <= now) return say('snooze.isOver');
  if (time.getTime() > latestSnooze(now).getTime()) return say('snooze.tooFar');
  return time;
}

export function latestSnooze(now: number): Date {
  return new Date(now + 365 * 24 * HOUR);
}
