import type { Database } from './database.ts';

/** The newest migration of graphile-worker that we run on; a test holds it against the package. */
const NEWEST_MIGRATION = 20;

/** Makes the tables of the job queue, or brings them up to date. Without need the package is not even loaded. */
export async function migrateJobs(database: Database): Promise<void> {
  if (await areCurrent(database)) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: database.pool });
}

async function areCurrent(database: Database): Promise<boolean> {
  const [table] = await database.query(`select to_regclass('graphile_worker.migrations') as oid`);
  if (!table?.oid) return false;
  const [newest] = await database.query('select max(id) as id from graphile_worker.migrations');
  return Number(newest?.id) >= NEWEST_MIGRATION;
}
