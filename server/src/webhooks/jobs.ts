import type { Sql } from '../platform/postgres/database.ts';

/** The task that sends one message, or tries again: `{ messageId }`. */
export const SEND_WEBHOOK = 'send_webhook';

/** After what readers wait for. */
const PRIORITY = 10;

/**
 * A call that has a message sent now, or at a time. Messages of one webhook are sent one after the other, so that a
 * receiver who lets us wait keeps one worker busy and not all of them; one that waits for its next try stops nobody.
 */
export const sendingSql = (messageId: string, webhookId: string, at = 'null'): string =>
  `graphile_worker.add_job('${SEND_WEBHOOK}', json_build_object('messageId', ${messageId}::text), run_at => ${at},
    queue_name => 'webhook:' || ${webhookId}, job_key => 'webhook:' || ${messageId}, priority => ${PRIORITY})`;

/** Has a message sent at that time; null: now. In place of an earlier call for it. */
export async function sendMessageAt(
  sql: Sql,
  { id, webhookId }: { readonly id: string; readonly webhookId: string },
  at: Date | null,
): Promise<void> {
  await sql.query(`select ${sendingSql('$1::uuid', '$2::uuid', '$3::timestamptz')}`, [id, webhookId, at]);
}
