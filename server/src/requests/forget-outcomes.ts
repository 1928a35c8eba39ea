import type { Sql } from '../platform/postgres/database.ts';
import { namelessOutcome } from '../inbox/nameless.ts';
import { SETTLE_REST } from './settling.ts';

/**
 * What is still to be told of somebody's answer is told without their name. A job that is telling it just now knows it
 * with the name.
 * @throws while there is one: it is to be tried again
 */
export async function forgetOutcomes(sql: Sql, userId: string): Promise<void> {
  await sql.query(
    `update graphile_worker._private_jobs j
     set payload = jsonb_set(j.payload::jsonb, '{outcome}', ${namelessOutcome(`(j.payload::jsonb -> 'outcome')`)})::json
     from graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $2 and j.locked_at is null
       and j.payload -> 'outcome' -> 'by' ->> 'id' = $1`,
    [userId, SETTLE_REST],
  );
  const [running] = await sql.query(
    `select from graphile_worker._private_jobs where payload -> 'outcome' -> 'by' ->> 'id' = $1 limit 1`,
    [userId],
  );
  if (running) throw new Error('Somebody is to be erased whose answer is just being told');
}
