import { serverTime } from './server-time.ts';

const DAY = 24 * 60 * 60_000;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** A moment by the clock, with its day where that is not today: `14:03`, `08:00 tomorrow`, `08:00 on Friday`. */
export function momentWords(time: number, now: number = serverTime()): string {
  const days = Math.round((startOfDay(time) - startOfDay(now)) / DAY);
  if (days === 0) return clock.format(time);
  if (days === 1) return `${clock.format(time)} tomorrow`;
  if (days === -1) return `${clock.format(time)} yesterday`;
  if (days > 1 && days < 7) return `${clock.format(time)} on ${weekday.format(time)}`;
  return `${clock.format(time)} on ${date.format(time)}`;
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
