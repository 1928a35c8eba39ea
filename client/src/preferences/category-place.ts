/** What stands before a category's name in its id: whatever services call theirs, it is nobody else's id. */
export const CATEGORY_PLACE = 'category:';
