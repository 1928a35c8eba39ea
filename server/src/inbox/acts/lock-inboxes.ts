import type { Transaction } from '../../platform/postgres/database.ts';

/**
 * Locks the row of each inbox. Whatever changes an inbox, its notifications, its tombstones or their deliveries holds
 * this lock first: by this call, or, where one statement is all there is, by the same clause in it (act.ts,
 * sending/add-notifications.ts, seen.ts). The order is the same everywhere, so that nobody waits in a circle: several
 * inboxes are locked by one call, before any of them is changed.
 *
 * It is a statement of its own, since a statement sees what was committed before it began, not before its wait for a
 * lock ended: the next one sees everything.
 * @returns how many there are: one that was erased while this waited is not
 */
export async function lockInboxes(
  sql: Pick<Transaction, 'query'>,
  userIds: readonly string[],
): Promise<number> {
  const locked = await sql.query(
    'select from inbox i where i.user_id = any($1::text[]) order by i.user_id for update',
    [userIds],
  );
  return locked.length;
}
