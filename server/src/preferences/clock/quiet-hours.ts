import { DateTime } from 'luxon';
import type { DeliveryTerms } from '../delivery-terms.ts';
import { quietMinutesLeft, type QuietWeek } from './quiet-week.ts';

const MINUTE_MS = 60_000;
/** Where all of a week is quiet no end is found: it is looked for again then. */
const MAX_DAYS = 8;

/** Why something waits, and when that ends. */
export interface Hold {
  readonly until: Date;
  /** What ends last, if both hold. */
  readonly reason: 'QUIET_HOURS' | 'DO_NOT_DISTURB';
}

export type QuietTerms = Pick<DeliveryTerms, 'timeZone' | 'quietHours' | 'dndUntil'>;

/**
 * Whether what comes now has to wait. It is quiet while a clock on the reader's wall shows a day and a time that is
 * quiet; what that clock skips in spring is not waited for, and what it shows twice in autumn is quiet twice. Two equal
 * times are no quiet hours.
 * @returns the first moment at which neither quiet hours nor do-not-disturb hold anything, or about eight days ahead if
 *   none is found before; undefined if that is now
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
  const { timeZone, quietHours, dndUntil } = terms;
  if (dndUntil !== null && now < new Date(dndUntil)) return 'DO_NOT_DISTURB';
  if (quietHours === null) return undefined;
  return minutesLeft(DateTime.fromJSDate(now, { zone: timeZone }), quietHours) > 0
    ? 'QUIET_HOURS'
    : undefined;
}

/** What adjoins is one: Saturday may go over into Sunday. */
function endOfQuietHours(now: Date, { timeZone, quietHours }: QuietTerms): Date | undefined {
  if (quietHours === null) return undefined;
  const begin = DateTime.fromJSDate(now, { zone: timeZone });
  const last = begin.plus({ days: MAX_DAYS });
  let time: DateTime = begin;
  while (time < last) {
    const minutes = minutesLeft(time, quietHours);
    if (minutes === 0) break;
    const end = time.plus(minutes * MINUTE_MS - (time.second * 1_000 + time.millisecond));
    // Elapsed time brings the clock to the end, unless the clock is changed before: then it is looked at anew from there.
    time = firstClockChange(time, end) ?? end;
  }
  return time === begin ? undefined : time.toJSDate();
}

/** 0 for a zone that this machine does not know, whose clocks show nothing. */
const minutesLeft = (time: DateTime, week: QuietWeek): number =>
  time.isValid ? quietMinutesLeft(week, time.weekday - 1, time.hour * 60 + time.minute) : 0;

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
