import { openDatabase } from './database.ts';
import { migrateJobs } from './platform/jobs.ts';

/** Brings a database up to date and leaves it. */
export async function migrate(url: string): Promise<void> {
  const database = await openDatabase({ DATABASE_URL: url, DATABASE_POOL_SIZE: 2 }, () => undefined);
  try {
    await database.migrate();
    await migrateJobs(database);
  } finally {
    await database.close();
  }
}
