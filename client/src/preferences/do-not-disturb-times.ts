const HOUR = 60 * 60_000;
const MORNING = 8;
// Whoever is still awake then means the morning that is about to come.
const NIGHT_ENDS = 5;
const MOST_DAYS = 7;

export function inOneHour(now: number): Date {
  return new Date(now + HOUR);
}

/** Eight o'clock on the reader's own clock, whatever happens to the clocks that night. */
export function nextMorning(now: number): { at: Date; isToday: boolean } {
  const at = new Date(now);
  const isToday = at.getHours() < NIGHT_ENDS;
  if (!isToday) at.setDate(at.getDate() + 1);
  at.setHours(MORNING, 0, 0, 0);
  return { at, isToday };
}

/** What an input for date and time takes: `2026-06-15T18:00`, by the reader's own clock. */
export function toInput(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What was chosen in such an input, or what is wrong with it, in words for the reader. */
export function chosenTime(input: string, now: number): Date | string {
  const time = new Date(input);
  if (!input || Number.isNaN(time.getTime())) return 'Please choose a day and a time';
  if (time.getTime() <= now) return 'That is over already: please choose a later time';
  if (time.getTime() > latestTime(now).getTime()) return 'At most 7 days ahead, please';
  return time;
}

export function latestTime(now: number): Date {
  const latest = new Date(now);
  latest.setDate(latest.getDate() + MOST_DAYS);
  // Also in the week in which the clocks go back.
  return new Date(Math.min(latest.getTime(), now + MOST_DAYS * 24 * HOUR));
}
