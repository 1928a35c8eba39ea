import { purgeTombstones } from './inbox/tombstones.ts';
import type { Database } from './platform/postgres/database.ts';
import { writeZones } from './preferences/zone-offsets.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** Whoever was away longer reads their inbox anew instead of what changed in it. */
const TOMBSTONE_DAYS = 30;
/** So many rows take far less than a statement may, however many there are in all. */
const ROWS_A_STATEMENT = 5_000;

// Keys are promised for 24 hours; two days leave room for clocks and retries.
// Jobs that are out of tries were replaced while they ran, by one that stands for them.
const past = {
  idempotency_keys: `created_at < now() - interval '2 days'`,
  bulk_sends: `created_at < now() - interval '2 days'`,
  sessions: `expires_at < now() - interval '1 day' or revoked_at < now() - interval '1 day'`,
  emails: `created_at < now() - interval '90 days' and state <> 'SENDING'`,
  'graphile_worker._private_jobs': `attempts >= max_attempts and locked_at is null`,
};

/**
 * Removes what is past its time and writes anew what time has changed, once an hour. Replicas that do it at the same
 * time do no harm.
 */
export function startHousekeeping(database: Database, onTrouble: (error: unknown) => void): () => void {
  const timer = setInterval(() => void clean(database).catch(onTrouble), HOUR_MS);
  return () => clearInterval(timer);
}

export async function clean(database: Database): Promise<void> {
  for (const [table, condition] of Object.entries(past)) await purge(database, table, condition);
  await purgeTombstones(database, TOMBSTONE_DAYS);
  await writeZones(database);
}

async function purge(database: Database, table: string, condition: string): Promise<void> {
  for (;;) {
    const [purged] = await database.query<{ count: number }>(
      `with gone as (
         delete from ${table} where ctid = any(array(
           select ctid from ${table} where ${condition} limit ${ROWS_A_STATEMENT} for update skip locked))
         returning 1
       )
       select count(*)::int as count from gone`,
    );
    if (purged!.count < ROWS_A_STATEMENT) return;
  }
}
