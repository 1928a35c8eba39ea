import type { Sql } from '../platform/postgres/database.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** A message at one try. */
export interface Message {
  readonly id: string;
  readonly webhookId: string;
  readonly event: WebhookEvent;
  readonly data: object;
  readonly createdAt: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
  readonly url: string;
  /** Those that sign. */
  readonly secrets: readonly string[];
}

/**
 * Counts a try. What a webhook that was removed has left is thrown away; what came while one was disabled ends.
 * @returns undefined when there is nothing to send
 */
export async function takeUp(sql: Sql, messageId: string): Promise<Message | undefined> {
  const [message] = await sql.query<Message>(
    `update webhook_messages m set attempts = m.attempts + 1
     from webhooks w
     where m.id = $1 and m.state = 'SENDING' and w.id = m.webhook_id and w.is_enabled
     returning m.id, w.id as "webhookId", m.event, m.data, m.created_at as "createdAt", m.attempts as attempt, w.url,
       case when w.rotated_at > now() - interval '1 day' then w.secrets else w.secrets[1:1] end as secrets`,
    [messageId],
  );
  if (!message) await end(sql, messageId);
  return message;
}

async function end(sql: Sql, messageId: string): Promise<void> {
  await sql.query(
    `delete from webhook_messages m where id = $1
       and not exists (select from webhooks w where w.id = m.webhook_id)`,
    [messageId],
  );
  await sql.query(
    `update webhook_messages m set state = 'DEAD', answer = 'The webhook is disabled' from webhooks w
     where m.id = $1 and m.state = 'SENDING' and w.id = m.webhook_id and not w.is_enabled`,
    [messageId],
  );
}
