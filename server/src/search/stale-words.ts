import type { Sql } from '../platform/postgres/database.ts';

/** What they say has changed: their words are taken in anew. In the transaction of the change. */
export async function renewWords(sql: Sql, notificationIds: readonly string[]): Promise<void> {
  if (notificationIds.length === 0) return;
  await sql.query(
    `insert into stale_words (notification_id, user_id)
     select n.id, n.user_id from notifications n where n.id = any($1::uuid[])`,
    [notificationIds],
  );
}

/** A user reads in another language: so does what declared types say. In the transaction of the change. */
export async function renewWordsOf(sql: Sql, userId: string): Promise<void> {
  await sql.query(
    `insert into stale_words (notification_id, user_id)
     select n.id, n.user_id from all_notifications n where n.user_id = $1 order by n.seq desc`,
    [userId],
  );
}
