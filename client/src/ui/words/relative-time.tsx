import { useSyncExternalStore } from 'react';
import { dateWords, fullMoment, isSameYear } from './moment.ts';
import { serverTime } from '../../browser/server-time.ts';
import { dayOf, formatIn, useZone } from './zone.ts';
import { useWords } from '../../words/use-words.tsx';
import { say, writing } from '../../words/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** How long ago: exact at first, then by days as the calendar has them. */
export function relativeTime(time: number, now: number): string {
  const age = now - time;
  if (age < MINUTE) return say('time.justNow');
  if (age < HOUR) return ago(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return ago(-Math.floor(age / HOUR), 'hour');
  const days = dayOf(now) - dayOf(time);
  return days < 7 ? ago(-days, 'day') : dateWords(time, now);
}

function ago(count: number, unit: 'minute' | 'hour' | 'day'): string {
  const { locale } = writing();
  const format =
    formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  formats.set(locale, format);
  return format.format(count, unit);
}

/** "Today", "Yesterday" or the date: the heading under which a row stands; undefined for what is no time. */
export function dayHeading(time: number, now: number): string | undefined {
  if (Number.isNaN(time)) return undefined;
  const days = dayOf(now) - dayOf(time);
  if (days <= 0) return say('time.todayHeading');
  if (days === 1) return say('time.yesterdayHeading');
  const day = { day: 'numeric', month: 'long' } as const;
  return formatIn(isSameYear(time, now) ? { weekday: 'long', ...day } : { ...day, year: 'numeric' }).format(
    time,
  );
}

const ticked = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all that is on the page. */
function everyHalfMinute(tick: () => void): () => void {
  timer ??= setInterval(() => {
    for (const each of ticked) each();
  }, MINUTE / 2);
  ticked.add(tick);
  return () => {
    ticked.delete(tick);
    if (ticked.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now, to the half minute, so that ages on the screen grow old by themselves. */
export function useNow(): number {
  // Where a day begins may change without the time, and how it is called.
  useZone();
  useWords();
  return useSyncExternalStore(everyHalfMinute, () => Math.ceil(serverTime() / (MINUTE / 2)) * (MINUTE / 2));
}

type TimeProps = { at: string; className?: string; part?: string };

/** How long ago something was; exactly when, and in which zone, on request. */
export function RelativeTime({ at, className, part }: TimeProps) {
  const time = Date.parse(at);
  return (
    <time dateTime={at} title={fullMoment(time)} className={className} part={part}>
      {relativeTime(time, useNow())}
    </time>
  );
}
