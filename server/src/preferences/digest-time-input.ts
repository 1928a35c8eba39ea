import { checkNumber } from '../platform/input.ts';
import type { DigestTerms } from './clock/digest-moment.ts';
import { WEEKDAYS, type Weekday } from './clock/weekday.ts';

/** What a reader says of when digests come; null: as it was. */
export interface DigestTimeInput {
  readonly hour: number | null;
  /** Of weekly ones. */
  readonly weekday: Weekday | null;
}

/**
 * What was said of it, as it is stored.
 * @throws BAD_USER_INPUT for an hour that is none
 */
export function checkDigestTime({ hour, weekday }: DigestTimeInput): Partial<Omit<DigestTerms, 'timeZone'>> {
  return {
    ...(hour !== null && { digestHour: checkNumber('hour', hour, 0, 23) }),
    ...(weekday !== null && { digestDay: WEEKDAYS.indexOf(weekday) + 1 }),
  };
}
