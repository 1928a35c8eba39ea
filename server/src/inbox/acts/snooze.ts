import { badInput } from '../../platform/errors.ts';

const MAX_AHEAD_MS = 366 * 24 * 60 * 60 * 1_000;

const ahead = (until: string | null | undefined): number =>
  until == null ? Infinity : Date.parse(until) - Date.now();

/**
 * @param until ISO 8601
 * @throws BAD_USER_INPUT unless it is in the future, a year ahead at most
 */
export function checkUntil(until: string | null | undefined): string {
  if (ahead(until) <= 0 || ahead(until) > MAX_AHEAD_MS)
    throw badInput('until must be in the future, a year ahead at most', 'until');
  return until!;
}

/** The same of what was done some time ago. @throws BAD_USER_INPUT unless it is said, a year ahead at most */
export function checkFormerUntil(until: string | null | undefined): string {
  if (ahead(until) > MAX_AHEAD_MS) throw badInput('until must be a year ahead at most', 'until');
  return until!;
}
