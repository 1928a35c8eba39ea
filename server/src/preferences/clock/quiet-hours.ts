import { DateTime } from 'luxon';
import type { DeliveryTerms } from '../delivery-terms.ts';

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/** Why something waits, and when that ends. */
export interface Hold {
  readonly until: Date;
  /** What ends last, if both hold. */
  readonly reason: 'QUIET_HOURS' | 'DO_NOT_DISTURB';
}

export type QuietTerms = Pick<DeliveryTerms, 'timeZone' | 'quietFrom' | 'quietUntil' | 'dndUntil'>;
type QuietHours = { readonly from: number; readonly until: number };

/**
 * Whether what comes now has to wait. It is quiet while a clock on the reader's wall shows a time from `quietFrom` on
 * and before `quietUntil`; what that clock skips in spring is not waited for, and what it shows twice in autumn is
 * quiet twice. Two equal times are no quiet hours.
 * @returns the first moment at which neither quiet hours nor do-not-disturb hold anything; undefined if that is now
 */
export function heldUntil(now: Date, terms: QuietTerms): Hold | undefined {
  const dndUntil = terms.dndUntil === null ? undefined : new Date(terms.dndUntil);
  const isDisturbable = dndUntil === undefined || dndUntil <= now;
  const quietUntil = endOfQuietHours(isDisturbable ? now : dndUntil, terms);
  if (quietUntil) return { until: quietUntil, reason: 'QUIET_HOURS' };
  return isDisturbable ? undefined : { until: dndUntil, reason: 'DO_NOT_DISTURB' };
}

/** What there is against a disturbance at this moment: do-not-disturb, then quiet hours, or nothing. */
export function quietReason(now: Date, terms: QuietTerms): Hold['reason'] | undefined {
  const { timeZone, quietFrom: from, quietUntil: until, dndUntil } = terms;
  if (dndUntil !== null && now < new Date(dndUntil)) return 'DO_NOT_DISTURB';
  if (from === null || until === null) return undefined;
  return isQuiet(DateTime.fromJSDate(now, { zone: timeZone }), { from, until }) ? 'QUIET_HOURS' : undefined;
}

function endOfQuietHours(now: Date, { timeZone, quietFrom, quietUntil }: QuietTerms): Date | undefined {
  if (quietFrom === null || quietUntil === null) return undefined;
  const quiet = { from: quietFrom, until: quietUntil };
  let time: DateTime = DateTime.fromJSDate(now, { zone: timeZone });
  if (!isQuiet(time, quiet)) return undefined;
  // Elapsed time brings the clock to the end, unless the clock is changed before: then it is looked at anew from there.
  for (;;) {
    const end = time.plus(untilEnd(time, quiet));
    const change = firstClockChange(time, end);
    if (!change) return end.toJSDate();
    if (!isQuiet(change, quiet)) return change.toJSDate();
    time = change;
  }
}

const minuteOf = ({ hour, minute }: DateTime): number => hour * 60 + minute;

function isQuiet(time: DateTime, { from, until }: QuietHours): boolean {
  const minute = minuteOf(time);
  return from <= until ? from <= minute && minute < until : from <= minute || minute < until;
}

/** How long until a clock that nobody changes shows the end. Milliseconds, which luxon adds as elapsed time. */
function untilEnd(time: DateTime, { until }: QuietHours): number {
  const minutes = (until - minuteOf(time) + DAY_MINUTES) % DAY_MINUTES;
  return minutes * MINUTE_MS - (time.second * 1_000 + time.millisecond);
}

/** The first moment after `from` and not after `to`, at most a day later, at which the zone has another offset. */
export function firstClockChange(from: DateTime, to: DateTime): DateTime | undefined {
  if (from.offset === to.offset) return undefined;
  let [before, after] = [from.toMillis(), to.toMillis()];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (from.zone.offset(middle) === from.offset) before = middle;
    else after = middle;
  }
  return DateTime.fromMillis(after, { zone: from.zone });
}
