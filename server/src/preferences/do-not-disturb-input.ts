import { badInput } from '../platform/errors.ts';

const MAX_DO_NOT_DISTURB_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * @param until ISO 8601; null: it is over now
 * @throws BAD_USER_INPUT unless it is ahead, by 7 days at most
 */
export function checkDoNotDisturb(until: string | null): void {
  const ahead = until === null ? undefined : Date.parse(until) - Date.now();
  if (ahead !== undefined && !(ahead > 0 && ahead <= MAX_DO_NOT_DISTURB_MS))
    throw badInput('until must be in the future, 7 days ahead at most', 'until');
}
