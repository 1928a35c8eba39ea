import { badInput } from '../platform/errors.ts';

const MAX_AHEAD_MS = 3_650 * 24 * 60 * 60 * 1_000;

const mustBeAhead = () => badInput('expiresAt must be in the future, ten years ahead at most', 'expiresAt');

/**
 * Whether it is past already is asked apart: whoever repeats a call by its key learns what became of it, however late.
 * @param expiresAt ISO 8601
 * @throws BAD_USER_INPUT for more than ten years ahead
 */
export function checkExpiry(expiresAt: string): string {
  if (Date.parse(expiresAt) - Date.now() > MAX_AHEAD_MS) throw mustBeAhead();
  return expiresAt;
}

export const isOver = ({ expiresAt }: { readonly expiresAt: string | null }): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.now();

/** @throws BAD_USER_INPUT for what would be gone as soon as it came */
export function refuseOver(content: { readonly expiresAt: string | null }): void {
  if (isOver(content)) throw mustBeAhead();
}
