import { purgeTombstones } from './inbox/tombstones.ts';
import type { Database } from './platform/database.ts';
import { writeZones } from './preferences/zone-offsets.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** Whoever was away longer reads their inbox anew instead of what changed in it. */
const TOMBSTONE_DAYS = 30;

// Keys are promised for 24 hours; two days leave room for clocks and retries.
// Jobs that are out of tries were replaced while they ran, by one that stands for them.
const statements = [
  `delete from idempotency_keys where created_at < now() - interval '2 days'`,
  `delete from bulk_sends where created_at < now() - interval '2 days'`,
  `delete from sessions where expires_at < now() - interval '1 day' or revoked_at < now() - interval '1 day'`,
  `delete from emails where created_at < now() - interval '90 days' and state <> 'SENDING'`,
  `delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null`,
];

/** Removes what is past its time and writes anew what time has changed, once an hour. Replicas that do it at the same time do no harm. */
export function startHousekeeping(database: Database, onTrouble: (error: unknown) => void): () => void {
  const clean = async () => {
    for (const statement of statements) await database.query(statement);
    await purgeTombstones(database, TOMBSTONE_DAYS);
    await writeZones(database);
  };
  const timer = setInterval(() => void clean().catch(onTrouble), HOUR_MS);
  return () => clearInterval(timer);
}
