import { serverTime } from '../../browser/server-time.ts';
import { dayOf, formatIn, wallOf } from './zone.ts';
import { say } from '../../words/words.ts';

/** `14:05`, as the reader's clock shows it, or one in another zone. */
export function clockWords(time: number, zone?: string): string {
  return formatIn({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone).format(time);
}

/** A moment by the clock, with its day where that is not today: `14:03`, `08:00 tomorrow`, `08:00 on Friday`. */
export function momentWords(time: number, now: number = serverTime()): string {
  const clock = clockWords(time);
  const days = dayOf(time) - dayOf(now);
  if (days === 0) return clock;
  if (days === 1) return say('time.tomorrow', { clock });
  if (days === -1) return say('time.yesterday', { clock });
  return say('time.onDay', { clock, day: dayWords(time, now) });
}

/** The same where it says when something was or will be: `at 14:03`, `at 08:00 on Friday`. */
export function atMoment(time: number, now: number = serverTime()): string {
  const clock = clockWords(time);
  const days = dayOf(time) - dayOf(now);
  if (days === 0) return say('time.at', { clock });
  if (days === 1) return say('time.atTomorrow', { clock });
  if (days === -1) return say('time.atYesterday', { clock });
  return say('time.atOnDay', { clock, day: dayWords(time, now) });
}

/** `Friday` where it is that near, else its date. */
function dayWords(time: number, now: number): string {
  const days = dayOf(time) - dayOf(now);
  return days > 1 && days < 7 ? formatIn({ weekday: 'long' }).format(time) : dateWords(time, now);
}

/** `22 Jun`, with its year where that is another. */
export function dateWords(time: number, now: number): string {
  const year = isSameYear(time, now) ? {} : ({ year: 'numeric' } as const);
  return formatIn({ day: 'numeric', month: 'short', ...year }).format(time);
}

/** All that there is to a moment: `Friday, 19 June 2026 at 08:00 CEST`. */
export function fullMoment(time: number): string {
  return formatIn({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(time);
}

export function isSameYear(a: number, b: number): boolean {
  return wallOf(a).year === wallOf(b).year;
}
