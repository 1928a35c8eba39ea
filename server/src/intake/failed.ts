import { v7 as uuidv7 } from 'uuid';
import type { Sql } from '../platform/postgres/database.ts';

/** What cannot be sent, and why. */
export interface Failure {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
}

const BODY = 'version, service, recipient_id, idempotency_key, input, created_at';

/** Keeps what cannot be sent for an operator, out of the way of what can. */
export async function putAside(sql: Sql, failures: readonly Failure[]): Promise<void> {
  if (failures.length === 0) return;
  await sql.query(
    `with gone as (delete from intake where id = any($1::bigint[]) returning *)
     insert into failed_intakes (id, intake_id, ${BODY}, code, reason)
     select f.id, gone.id, ${BODY}, f.code, f.reason
     from gone join unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) f (intake_id, id, code, reason)
       on f.intake_id = gone.id`,
    [
      failures.map(({ id }) => id),
      failures.map(() => uuidv7()),
      failures.map(({ code }) => code),
      failures.map(({ reason }) => reason),
    ],
  );
}

/** Has it tried again, under the id that its host knows. @returns that id; undefined where nothing failed by this one */
export async function takeBack(sql: Sql, id: string): Promise<string | undefined> {
  const [back] = await sql.query<{ id: string }>(
    `with gone as (delete from failed_intakes where id = $1 returning *)
     insert into intake (id, ${BODY}) overriding system value select intake_id, ${BODY} from gone returning id`,
    [id],
  );
  return back?.id;
}
