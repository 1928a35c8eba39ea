import type { Counts } from './counts.ts';
import type { Narrowing } from './filter.ts';

/** How many are unread of what a list is narrowed to, as the server counts them; undefined where it has not said. */
export function unreadIn(counts: Counts | undefined, { category, ...others }: Narrowing): number | undefined {
  if (!counts || Object.keys(others).length > 0) return undefined;
  if (category === undefined) return counts.unread;
  const own = counts.categories.find((one) => one.category === category && !one.isRest);
  // Where there is a rest, it may be in that.
  return own?.unread ?? (counts.categories.some(({ isRest }) => isRest) ? undefined : 0);
}

/** By name, without the rest, which has none. */
export function unreadByCategory(counts: Counts | undefined): Map<string, number> {
  const named = counts?.categories.filter(({ isRest }) => !isRest) ?? [];
  return new Map(named.map(({ category, unread }) => [category, unread]));
}
