import { lockInboxes } from './acts/lock-inboxes.ts';
import type { Database } from '../platform/postgres/database.ts';

const USERS_A_TRANSACTION = 500;

/**
 * Forgets removals after a time. Whoever was away longer cannot be told of them one by one: the inbox's floor rises,
 * and a reader from below it gets a resync.
 * @param days how long a removal is remembered
 */
export async function purgeTombstones(database: Database, days: number): Promise<void> {
  for (;;) {
    const purged = await database.transaction(async (sql) => {
      const users = await sql.query<{ userId: string }>(
        `select distinct user_id as "userId" from tombstones
         where removed_at < now() - make_interval(days => $1) limit ${USERS_A_TRANSACTION}`,
        [days],
      );
      const ids = users.map(({ userId }) => userId);
      await lockInboxes(sql, ids);
      await sql.query(
        `with gone as (
           delete from tombstones
           where user_id = any($1::text[]) and removed_at < now() - make_interval(days => $2)
           returning user_id, change_seq
         )
         update inbox i set floor_seq = greatest(i.floor_seq, g.seq)
         from (select user_id, max(change_seq) as seq from gone group by user_id) g
         where i.user_id = g.user_id`,
        [ids, days],
      );
      return ids.length;
    });
    if (purged < USERS_A_TRANSACTION) return;
  }
}
