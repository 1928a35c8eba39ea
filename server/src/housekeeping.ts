import type { Sql } from './platform/database.ts';

const HOUR_MS = 60 * 60 * 1_000;

// Keys are promised for 24 hours; two days leave room for clocks and retries.
const statements = [
  `delete from idempotency_keys where created_at < now() - interval '2 days'`,
  `delete from bulk_sends where created_at < now() - interval '2 days'`,
  `delete from sessions where expires_at < now() - interval '1 day' or revoked_at < now() - interval '1 day'`,
];

/** Removes what is past its time, once an hour. Replicas that do it at the same time do no harm. */
export function startHousekeeping(sql: Sql, onTrouble: (error: unknown) => void): () => void {
  const clean = async () => {
    for (const statement of statements) await sql.query(statement);
  };
  const timer = setInterval(() => void clean().catch(onTrouble), HOUR_MS);
  return () => clearInterval(timer);
}
