import type { OutgoingChannel } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';

/** The task that decides what becomes of one user's deliveries on a channel that are due: `{ userId }`. */
export const decideTask = (channel: OutgoingChannel): string => `deliver_${keyOf(channel)}`;
/** The task that sends one message, or tries again: `{ messageId }`. */
export const sendTask = (channel: OutgoingChannel): string => `send_${keyOf(channel)}`;

// Keys of jobs: `<channel>:<seconds>:<user>` for what was planned (plan.ts), `at<moment>` in place of seconds for a digest, and the two below. They differ, because
// adding a job with the key of one that runs takes its tries away, and with the key of one that waits moves its time.
export const keyOf = (channel: OutgoingChannel): string => channel.toLowerCase();

/** Has one user's deliveries on a channel decided at that time. In place of an earlier call for them. */
export async function decideAt(
  sql: Sql,
  channel: OutgoingChannel,
  userId: string,
  at: Date | string,
): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, json_build_object('userId', $2::text), run_at => $3,
       job_key => $4 || ':later:' || $2)`,
    [decideTask(channel), userId, at, keyOf(channel)],
  );
}

/** Has one message sent at that time; null: now. In place of an earlier call for the message. */
export async function sendAt(
  sql: Sql,
  channel: OutgoingChannel,
  messageId: string,
  at: Date | null,
): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, json_build_object('messageId', $2::text), run_at => $3,
       job_key => $4 || ':' || $2)`,
    [sendTask(channel), messageId, at, keyOf(channel)],
  );
}

/** For jobs that were lost with their worker just when new ones took their key over. */
export async function decideAllDue(sql: Sql, channel: OutgoingChannel): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, json_build_object('userId', user_id), job_key => $3 || ':later:' || user_id)
     from (select distinct user_id from deliveries
           where channel = $2 and state in ('WAITING', 'HELD') and due_at <= now() and message_id is null) late`,
    [decideTask(channel), channel, keyOf(channel)],
  );
}
