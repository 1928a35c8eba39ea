import type { CategoryCount } from './inbox.type.ts';

/** How many are unread of each category; by the empty name all that have no name of their own there. */
export type UnreadByCategory = Readonly<Record<string, number>>;

/** The name of what has none of its own; `isRest` tells it from a category that is called so. */
const REST = 'other';

// The stored value is of another moment than the inbox where a replica of the version before has moved that since.
const isOfNow = (i: string): string => `${i}.categories_seq = ${i}.seq`;

/** UnreadByCategory of the inbox `i`, for a statement that locks nothing: as its snapshot has the rows. */
export const categoriesColumn = `case when ${isOfNow('i')} then i.categories else count_categories(i.user_id) end`;

/** The same for a statement that locks the inbox: it may have waited, and have a snapshot from before that. */
export const lockedCategories = (i: string): string =>
  `case when ${isOfNow(i)} then ${i}.categories else recount_categories(${i}.user_id) end`;

/** As they are told: most first, then by name, the rest last. */
export function categoryCounts(categories: UnreadByCategory): CategoryCount[] {
  return Object.entries(categories)
    .map(([name, unread]) => ({ category: name || REST, unread, isRest: name === '' }))
    .sort(
      (a, b) =>
        Number(a.isRest) - Number(b.isRest) || b.unread - a.unread || (a.category < b.category ? -1 : 1),
    );
}
