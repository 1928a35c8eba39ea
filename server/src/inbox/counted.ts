/** Whether a row is in the inbox itself: neither archived nor snoozed. Of the view or CTE that goes by the name. */
export const inInboxSql = (row: string): string =>
  `${row}.archived_at is null and ${row}.snoozed_until is null`;

/**
 * The one condition of when a row counts as unread: it is in the inbox and not read. What is deleted does not count
 * either: the view `notifications` leaves it out, so say this of rows that came from there.
 */
export const countedSql = (row: string): string => `${row}.read_at is null and ${inInboxSql(row)}`;
