import type { Sql } from '../platform/postgres/database.ts';

/**
 * The first statement of every change: one user's changes come one after the other, so limits are exact. It writes the
 * row anew, whose `xmin` therefore tells followers that something has changed, also in choices and mutes.
 */
export async function lockPreferences(sql: Sql, userId: string): Promise<void> {
  await sql.query(
    `insert into preferences as p (user_id) values ($1) on conflict (user_id) do update set language = p.language`,
    [userId],
  );
}
