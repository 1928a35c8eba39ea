import { decideAt } from './delivery/email-jobs.ts';
import type { Sql } from './platform/database.ts';

/**
 * What holds a user's e-mails back has changed: those that are held are looked at again at once, with all else that is
 * due. Whoever holds none costs no job. Belongs into the transaction of the change.
 */
export async function releaseHeldEmails(sql: Sql, userId: string): Promise<void> {
  const held = await sql.query(
    `update deliveries set due_at = now() where user_id = $1 and state = 'HELD' returning 1`,
    [userId],
  );
  if (held.length > 0) await decideAt(sql, userId, new Date());
}
