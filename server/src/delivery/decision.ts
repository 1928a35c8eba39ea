import type { OutgoingChannel } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';
import type { DeliveryReason, StoredStatus } from './rules.ts';

/** What becomes of the delivery of one notification on a channel. */
export interface Decision {
  readonly id: string;
  readonly state: StoredStatus;
  readonly reason?: DeliveryReason;
  /** When it is looked at next; as it was if not said. */
  readonly dueAt?: Date;
  /** The message that it is in. */
  readonly messageId?: string;
}

export async function writeDecisions(
  sql: Sql,
  channel: OutgoingChannel,
  decisions: readonly Decision[],
  now: Date,
): Promise<void> {
  if (decisions.length === 0) return;
  await sql.query(
    `update deliveries d set state = s.state, reason = s.reason, due_at = coalesce(s.due_at, d.due_at),
       message_id = s.message_id, decided_at = $6
     from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[])
       s (id, state, reason, due_at, message_id)
     where d.notification_id = s.id and d.channel = $7`,
    [
      decisions.map(({ id }) => id),
      decisions.map(({ state }) => state),
      decisions.map(({ reason }) => reason),
      decisions.map(({ dueAt }) => dueAt),
      decisions.map(({ messageId }) => messageId),
      now,
      channel,
    ],
  );
}
