import type { Sql } from '../platform/postgres/database.ts';

/**
 * For notifications that are about to grow: what waits or is held goes on to do so, and will say the newest; what was
 * sent, skipped or given up, or is on its way with what stood there before, makes room for what is planned anew. The
 * inboxes are locked, and the statement that lets them grow comes next.
 */
export async function replan(sql: Sql, notificationIds: readonly string[]): Promise<void> {
  if (notificationIds.length === 0) return;
  await sql.query(
    `delete from deliveries where notification_id = any($1::uuid[]) and state not in ('WAITING', 'HELD')`,
    [notificationIds],
  );
}
