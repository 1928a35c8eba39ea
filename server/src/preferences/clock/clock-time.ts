import { badInput } from '../../platform/errors.ts';

const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Minutes since midnight as a clock shows them; 24:00 for the end of a day. */
export const clockTime = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

/** @throws BAD_USER_INPUT unless it is from 00:00 to 23:59 */
export function minutesOf(field: string, text: string): number {
  const [, hours, minutes] = CLOCK_TIME.exec(text) ?? [];
  if (hours === undefined) throw badInput(`${field} must be a time from 00:00 to 23:59`, field);
  return Number(hours) * 60 + Number(minutes);
}
