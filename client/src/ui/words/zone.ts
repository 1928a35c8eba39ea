import { useSyncExternalStore } from 'react';
import { writing } from '../../words/words.ts';

const DAY = 24 * 60 * 60_000;

/** What a calendar and a clock on the wall show; months from 1. */
export type Wall = { year: number; month: number; day: number; hour: number; minute: number };

let chosen: string | undefined;
const listeners = new Set<() => void>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * From now on every time is read in this zone, as in the reader's e-mails and quiet hours; undefined: in this browser's,
 * for a reader who chose none.
 */
export function readTimesIn(zone: string | undefined): void {
  chosen = zone;
  for (const listener of listeners) listener();
}

/** The zone that times are read in; whoever calls it draws anew when that changes. */
export function useZone(): string | undefined {
  return useSyncExternalStore(subscribe, () => chosen);
}

/** A format in the reader's language and zone, or another one; in the browser's where it has not heard of that. */
export function formatIn(
  options: Intl.DateTimeFormatOptions,
  zone = chosen,
  { locale } = writing(),
): Intl.DateTimeFormat {
  const key = JSON.stringify([options, zone, locale]);
  const known = formats.get(key);
  if (known) return known;
  const format = made(locale, options, zone);
  formats.set(key, format);
  return format;
}

export function wallOf(time: number, zone?: string): Wall {
  const parts = formatIn(DIGITS, zone, DIGITS_LOCALE).formatToParts(time);
  const valueOf = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: valueOf('year'),
    month: valueOf('month'),
    day: valueOf('day'),
    hour: valueOf('hour'),
    minute: valueOf('minute'),
  };
}

/** When that is; what the clocks skip is as much later, and of what they show twice it is one. Overflowing days run on. */
export function timeOf(wall: Wall): number {
  const asUtc = utc(wall);
  const offsetAt = (time: number) => utc(wallOf(time)) - time;
  const near = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(near);
}

/** The day of a time as a number: they differ by how many midnights lie between. */
export function dayOf(time: number, zone?: string): number {
  return Math.floor(utc(wallOf(time, zone)) / DAY);
}

/** The day of the week, from Monday (0) on; 1970 began on a Thursday. */
export function weekdayOf(time: number, zone?: string): number {
  return (((dayOf(time, zone) + 3) % 7) + 7) % 7;
}

// Whatever is spoken: these are read by us.
const DIGITS_LOCALE = { locale: 'en-GB', isRightToLeft: false };
const DIGITS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
};

function utc({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function made(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
