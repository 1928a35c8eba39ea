import { IANAZone } from 'luxon';
import { badInput } from '../../platform/errors.ts';
import { checkWord } from '../../platform/input.ts';

/** What is taken for the zone of one who chose none. */
export const DEFAULT_TIME_ZONE = 'UTC';

/** Whether this replica knows it by name: what another one stored may be newer. An offset knows no daylight-saving time. */
export const isTimeZone = (name: string): boolean => /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);

/** @throws BAD_USER_INPUT unless it is the name of a zone that is known here */
export function checkTimeZone(timeZone: string): void {
  checkWord('timeZone', timeZone, 100);
  if (!isTimeZone(timeZone))
    throw badInput('timeZone must be an IANA name such as Europe/Berlin', 'timeZone');
}
