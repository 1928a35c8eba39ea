import type { Sql } from '../platform/postgres/database.ts';

/** The task that decides what becomes of one user's deliveries that are due: `{ userId }`. */
export const DECIDE_DUE = 'deliver_email';
/** The task that sends one e-mail, or tries again: `{ emailId }`. */
export const SEND_EMAIL = 'send_email';

// Keys of jobs: `email:<minutes>:<user>` for what was planned (plan-emails.ts), and the two below. They differ, because
// adding a job with the key of one that runs takes its tries away, and with the key of one that waits moves its time.

/** Has one user's deliveries decided at that time. In place of an earlier call for the user. */
export async function decideAt(sql: Sql, userId: string, at: Date | string): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, json_build_object('userId', $2::text), run_at => $3,
       job_key => 'email:later:' || $2)`,
    [DECIDE_DUE, userId, at],
  );
}

/** Has one e-mail sent at that time; null: now. In place of an earlier call for the e-mail. */
export async function sendAt(sql: Sql, emailId: string, at: Date | null): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, json_build_object('emailId', $2::text), run_at => $3,
       job_key => 'email:' || $2)`,
    [SEND_EMAIL, emailId, at],
  );
}

/** For jobs that were lost with their worker just when new ones took their key over. */
export async function decideAllDue(sql: Sql): Promise<void> {
  await sql.query(
    `select graphile_worker.add_job($1, json_build_object('userId', user_id), job_key => 'email:later:' || user_id)
     from (select distinct user_id from deliveries
           where state in ('WAITING', 'HELD') and due_at <= now() and email_id is null) late`,
    [DECIDE_DUE],
  );
}
