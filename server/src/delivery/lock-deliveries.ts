import type { Sql } from '../platform/postgres/database.ts';

/**
 * Before deliveries of a user are changed: one at a time for each user, since two could both be the last below the cap,
 * and never beside the removal of notifications, which takes their deliveries along in an order of its own.
 */
export async function lockDeliveries(sql: Sql, userIds: readonly string[]): Promise<void> {
  await sql.query(
    'select from inbox where user_id = any($1::text[]) order by user_id collate "C" for no key update',
    [userIds],
  );
}
