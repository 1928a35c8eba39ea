import { IANAZone } from 'luxon';
import { badInput } from '../../platform/errors.ts';
import { checkWord } from '../../platform/input.ts';

/** What is taken for the zone of one who chose none. */
export const DEFAULT_TIME_ZONE = 'UTC';

/** There are about 600 zones, but each in any mixture of upper and lower case. */
const MAX_KNOWN = 1_000;
const known = new Set<string>();

/**
 * Whether this replica knows it by name: what another one stored may be newer. An offset knows no daylight-saving time.
 * To find out takes 0.2 ms, and is asked for each reader of each notification: what was found is kept.
 */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  const isKnown = /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);
  if (isKnown && known.size < MAX_KNOWN) known.add(name);
  return isKnown;
}

/** @throws BAD_USER_INPUT unless it is the name of a zone that is known here */
export function checkTimeZone(timeZone: string): void {
  checkWord('timeZone', timeZone, 100);
  if (!isTimeZone(timeZone))
    throw badInput('timeZone must be an IANA name such as Europe/Berlin', 'timeZone');
}
