import { Channel } from '../../catalogue/category.ts';
import { DeliveryReason } from '../../delivery/rules.ts';
import { lockInboxes } from '../../inbox/acts/lock-inboxes.ts';
import { isUuid } from '../../platform/input.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { tellDeliveryFailed } from '../../webhooks/tell.ts';

const FAILED = ['failed', 'undelivered', 'canceled'];

/** What the provider tells later of a message that it took: that it has come, or that it could not. Twice is once. */
export async function noteReceipt(
  database: Database,
  messageId: string,
  { status, code }: { status: string; code: string | null },
): Promise<void> {
  if (!isUuid(messageId)) return;
  if (status === 'delivered') {
    await database.query(
      `update messages set answer = 'Delivered' where id = $1 and channel = $2 and state = 'SENT'`,
      [messageId, Channel.SMS],
    );
    return;
  }
  if (!FAILED.includes(status)) return;
  const answer = /^\d{1,6}$/.test(code ?? '') ? `Not delivered (error ${code})` : 'Not delivered';
  await database.transaction(async (sql) => {
    const [message] = await sql.query<{ userId: string }>(
      `update messages set state = 'DEAD', answer = $3 where id = $1 and channel = $2 and state in ('SENDING', 'SENT')
       returning user_id as "userId"`,
      [messageId, Channel.SMS, answer],
    );
    if (!message) return;
    await lockInboxes(sql, [message.userId]);
    const failed = await sql.query<{ id: string }>(
      `update deliveries set state = 'FAILED', reason = $2, decided_at = now() where message_id = $1
       returning notification_id as id`,
      [messageId, DeliveryReason.REFUSED],
    );
    const ids = failed.map(({ id }) => id);
    await tellDeliveryFailed(sql, ids, { channel: Channel.SMS, reason: DeliveryReason.REFUSED });
  });
}
