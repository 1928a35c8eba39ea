import { migrations } from './migrations/migrations.ts';
import { needingRights } from './platform/postgres/database-rights.ts';
import { Database, type Sql } from './platform/postgres/database.ts';
import { isUpToDate, migrateSchema } from './platform/postgres/migrate-schema.ts';

/**
 * Everything that changes the database's structure, over connections of its own.
 * @returns the names of the migrations that had been missing
 * @throws OperatorError when the role may not
 */
export const bringUpToDate = (
  database: Sql,
  url: string,
  onNews: (message: string) => void,
): Promise<string[]> =>
  needingRights(database, async () =>
    (await isUpToDate(database, migrations)) ? [] : migrateSchema({ url, migrations, onNews }),
  );

/** Brings a database up to date and leaves it. */
export async function migrate(url: string): Promise<void> {
  const database = await Database.connect({ url, poolSize: 1 });
  await bringUpToDate(database, url, () => undefined).finally(() => database.close());
}
