import { randomBytes } from 'node:crypto';
import { migrations } from '../../../src/migrations/migrations.ts';
import { migrateSchema } from '../../../src/platform/postgres/migrate-schema.ts';
import { administer, urlOf, type TestDatabase } from './database.ts';

/** Applies what is missing of the migrations up to the one of this name. Gives the names of what was. */
export function migrateUpTo(url: string, last: string): Promise<string[]> {
  const end = migrations.findIndex(({ name }) => name === last) + 1;
  if (end === 0) throw new Error(`There is no migration ${last}`);
  return migrateSchema({ url, migrations: migrations.slice(0, end), onNews: () => undefined });
}

/** An empty database as a release before this one made it. */
export async function createOldDatabase(last: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = urlOf(name);
  await migrateUpTo(url, last);
  return { url, drop: () => administer(`drop database if exists ${name} with (force)`) };
}
