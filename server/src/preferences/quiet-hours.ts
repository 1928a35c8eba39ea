import { DateTime } from 'luxon';
import type { DeliveryTerms } from './delivery-terms.ts';

/** Until when a reader is not to be disturbed, and why; undefined when they may be reached now. */
export function heldUntil(
  now: Date,
  { timeZone, quietFrom, quietUntil, dndUntil }: DeliveryTerms,
): { until: Date; reason: 'QUIET_HOURS' | 'DO_NOT_DISTURB' } | undefined {
  if (dndUntil && new Date(dndUntil) > now) return { until: new Date(dndUntil), reason: 'DO_NOT_DISTURB' };
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return undefined;
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const minute = local.hour * 60 + local.minute;
  const isOverMidnight = quietFrom > quietUntil;
  const isQuiet = isOverMidnight
    ? minute >= quietFrom || minute < quietUntil
    : minute >= quietFrom && minute < quietUntil;
  if (!isQuiet) return undefined;
  const day = local.startOf('day').plus({ days: isOverMidnight && minute >= quietFrom ? 1 : 0 });
  const until = day.set({ hour: Math.floor(quietUntil / 60), minute: quietUntil % 60 });
  return { until: until.toJSDate(), reason: 'QUIET_HOURS' };
}
