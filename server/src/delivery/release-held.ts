import type { OutgoingChannel } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { decideAt, sendAt } from './jobs.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';

/**
 * What holds a user's messages back has changed: those that are held are looked at again at once. Whoever holds none
 * costs no job. Belongs into the transaction of the change. The lock comes before the look: a job that decides at this
 * moment by what held before has written it down, or it waits, and decides by what holds now.
 */
export async function releaseHeld(sql: Sql, userId: string): Promise<void> {
  await lockInboxes(sql, [userId]);
  const held = await sql.query<{ channel: OutgoingChannel; messageId: string | null }>(
    `with released as (
       update deliveries set due_at = now() where user_id = $1 and state = 'HELD' returning channel, message_id
     )
     select distinct channel, message_id as "messageId" from released`,
    [userId],
  );
  for (const { channel, messageId } of held)
    await (messageId === null
      ? decideAt(sql, channel, userId, new Date())
      : sendAt(sql, channel, messageId, null));
}
