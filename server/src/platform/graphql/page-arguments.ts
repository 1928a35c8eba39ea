import { badInput } from '../errors.ts';
import { checkNumber } from '../input.ts';

/** Items of a page, at most and if not said. */
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 20;

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/**
 * Relay's four arguments, as one direction, size and cursor. Forward is `first`/`after`, backward `last`/`before`;
 * `before` alone pages backward.
 * @throws BAD_USER_INPUT for a size outside 1 to 100, or both directions at once
 */
export function pageArguments({ first, after, last, before }: PageArguments): {
  size: number;
  isBackward: boolean;
  cursor: string | null;
} {
  const isBackward = last != null || before != null;
  if (isBackward && (first != null || after != null))
    throw badInput('Page either with first and after, or with last and before');
  const [field, size] = isBackward ? (['last', last] as const) : (['first', first] as const);
  if (size != null) checkNumber(field, size, 1, MAX_PAGE_SIZE);
  return { size: size ?? DEFAULT_PAGE_SIZE, isBackward, cursor: (isBackward ? before : after) ?? null };
}
