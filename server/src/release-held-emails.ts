import { DELIVER_EMAIL } from './delivery/plan-emails.ts';
import type { Sql } from './platform/database.ts';

/**
 * What holds a user's e-mails back has changed: those that are held are looked at again at once, with all else that is
 * due. Whoever holds none costs no job. Belongs into the transaction of the change.
 */
export async function releaseHeldEmails(sql: Sql, userId: string): Promise<void> {
  await sql.query(
    `with held as (
       update deliveries set due_at = now() where user_id = $1 and state = 'HELD' returning 1
     )
     select graphile_worker.add_job('${DELIVER_EMAIL}', json_build_object('userId', $1::text),
       queue_name := 'email:' || $1, job_key := 'email:' || $1, run_at := now())
     where exists (select from held)`,
    [userId],
  );
}
