import { useSyncExternalStore } from 'react';
import { serverTime } from './server-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto', style: 'short' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export function relativeTime(time: number, now: number): string {
  const age = now - time;
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour');
  if (age < 7 * DAY) return relative.format(-Math.floor(age / DAY), 'day');
  return sameYear(time, now) ? shortDay.format(time) : dayAndYear.format(time);
}

/** "Today", "Yesterday" or the date: the heading under which a row stands; undefined for what is no time. */
export function dayHeading(time: number, now: number): string | undefined {
  if (Number.isNaN(time)) return undefined;
  const days = Math.round((startOfDay(now) - startOfDay(time)) / DAY);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return sameYear(time, now) ? longDay.format(time) : dayAndYear.format(time);
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear();
}

function everyMinute(tick: () => void): () => void {
  const timer = setInterval(tick, MINUTE / 2);
  return () => clearInterval(timer);
}

/** Now, to the half minute, so that ages on the screen grow old by themselves. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, () => Math.ceil(serverTime() / (MINUTE / 2)) * (MINUTE / 2));
}

export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const time = Date.parse(at);
  return (
    <time dateTime={at} title={full.format(time)} className={className}>
      {relativeTime(time, useNow())}
    </time>
  );
}
