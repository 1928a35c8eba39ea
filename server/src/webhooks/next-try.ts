const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What the Standard Webhooks specification proposes: three days, and a little, in all. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];
/** Nobody may put us off for longer. */
const MAX_WAIT_MS = 24 * HOUR_MS;

export const MAX_TRIES = WAITS_MS.length + 1;

/**
 * When to try again after this many tries: not before the other side wants it, if it has said so.
 * @param retryAfter as in the header: seconds, or a date
 */
export function nextTry(attempt: number, retryAfter: string | undefined, now: Date): Date {
  const wait = Math.max(WAITS_MS[attempt - 1]!, wishOf(retryAfter, now));
  return new Date(now.getTime() + Math.min(wait, MAX_WAIT_MS));
}

function wishOf(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * SECOND_MS;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : at - now.getTime();
}
