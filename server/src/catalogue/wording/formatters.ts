import { LRUCache } from 'lru-cache';
import type { Formatters } from 'intl-messageformat';

/** Making one takes longer than all it does; styles and time zones together could be any number. */
const REMEMBERED = 500;

const cache = new LRUCache<string, object>({ max: REMEMBERED });

function remembered<T extends object>(kind: string, locale: unknown, options: object, make: () => T): T {
  const key = `${kind} ${String(locale)} ${JSON.stringify(options)}`;
  const known = cache.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** What dates and numbers are written with. @param timeZone an IANA name that is known here */
export const formattersFor = (timeZone: string): Formatters => ({
  getNumberFormat: (locale, options = {}) =>
    remembered('number', locale, options, () => new Intl.NumberFormat(locale, options)),
  getPluralRules: (locale, options = {}) =>
    remembered('plural', locale, options, () => new Intl.PluralRules(locale, options)),
  getDateTimeFormat: (locale, options = {}) => {
    const inZone = (zone: string) => {
      const zoned = { ...options, timeZone: zone };
      return remembered('date', locale, zoned, () => new Intl.DateTimeFormat(locale, zoned));
    };
    return { format: (at: string | number) => format(at, inZone, timeZone) } as Intl.DateTimeFormat;
  },
});

/** A moment as arguments have it: ISO 8601, or ms since 1970. A day without a time is that day wherever its reader is. */
function format(
  at: string | number,
  inZone: (zone: string) => Intl.DateTimeFormat,
  timeZone: string,
): string {
  const isDay = typeof at === 'string' && !at.includes('T');
  return inZone(isDay ? 'UTC' : timeZone).format(new Date(at));
}
