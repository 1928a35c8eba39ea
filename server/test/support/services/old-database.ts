import { migrations } from '../../../src/migrations/migrations.ts';
import { migrateSchema } from '../../../src/platform/postgres/migrate-schema.ts';
import { createEmptyDatabase, type TestDatabase } from './database.ts';

/** Applies what is missing of the migrations up to the one of this name. Gives the names of what was. */
export function migrateUpTo(url: string, last: string): Promise<string[]> {
  const end = migrations.findIndex(({ name }) => name === last) + 1;
  if (end === 0) throw new Error(`There is no migration ${last}`);
  return migrateSchema({ url, migrations: migrations.slice(0, end), onNews: () => undefined });
}

/** An empty database as a release before this one made it. */
export async function createOldDatabase(last: string): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  await migrateUpTo(database.url, last);
  return database;
}
