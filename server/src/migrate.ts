import { openDatabase } from './database.ts';
import type { Database } from './platform/database.ts';
import { needingRights } from './platform/database-rights.ts';
import { migrateJobs } from './platform/jobs.ts';

/**
 * Everything that changes the database's structure.
 * @returns the names of the migrations that had been missing
 * @throws OperatorError when the role may not
 */
export const migrateAll = (database: Database): Promise<string[]> =>
  needingRights(database, async () => {
    const applied = await database.migrate();
    await migrateJobs(database);
    return applied;
  });

/** Brings a database up to date and leaves it. */
export async function migrate(url: string): Promise<void> {
  const database = await openDatabase({ DATABASE_URL: url, DATABASE_POOL_SIZE: 2 }, () => undefined);
  try {
    await migrateAll(database);
  } finally {
    await database.close();
  }
}
