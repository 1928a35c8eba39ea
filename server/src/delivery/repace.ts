import { Channel } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { nextDigestSql } from '../preferences/clock/digest-moment.ts';
import { paceSql } from '../preferences/pace.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import { decideAt } from './jobs.ts';

/**
 * How a user's e-mails are paced has changed, or when digests come: what waits moves to where it belongs now. What
 * waited for a digest and does not any more is due at once. Belongs into the transaction of the change.
 * @param critical names of categories that no pace is for
 */
export async function repace(sql: Sql, userId: string, critical: readonly string[]): Promise<void> {
  await lockInboxes(sql, [userId]);
  const [moved] = await sql.query(
    `with waiting as (
       select d.notification_id, case when n.category <> all($2::text[])
         then ${paceSql('d.user_id', 'n.category', Channel.EMAIL)} end as pace
       from deliveries d join notifications n on n.id = d.notification_id
       where d.user_id = $1 and d.channel = '${Channel.EMAIL}' and d.state = 'WAITING' and d.message_id is null
     )
     update deliveries d set pace = w.pace,
       due_at = case when w.pace is not null then ${nextDigestSql('now()', 'd.user_id', 'w.pace')} else now() end
     from waiting w
     where d.notification_id = w.notification_id and d.channel = '${Channel.EMAIL}' and coalesce(w.pace, d.pace) is not null
     returning d.notification_id`,
    [userId, critical],
  );
  if (!moved) return;
  const [next] = await sql.query<{ at: string }>(
    `select min(due_at) as at from deliveries
     where user_id = $1 and channel = '${Channel.EMAIL}' and state in ('WAITING', 'HELD') and message_id is null`,
    [userId],
  );
  await decideAt(sql, Channel.EMAIL, userId, next!.at);
}
