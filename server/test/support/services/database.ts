import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { until } from '../until.ts';

export const TEMPLATE = 'carillon_template';

// Another file is copying the template at this moment.
const OBJECT_IN_USE = '55006';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own, so that test files cannot disturb each other. Takes about 50 ms. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = newName();
  await until(() => createFromTemplate(name));
  return created(name);
}

/** One without a single table, as an operator makes it for a server that comes then. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = newName();
  await administer(`CREATE DATABASE ${name}`);
  return created(name);
}

const newName = () => `test_${randomBytes(8).toString('hex')}`;

const created = (name: string): TestDatabase => ({
  url: urlOf(name),
  drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
});

/** Where servers find it: behind the pooler, if there is one. */
export function urlOf(database: string): string {
  const url = new URL(process.env.CARILLON_TEST_POOLER_URL ?? serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function createFromTemplate(name: string): Promise<boolean> {
  try {
    await administer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    return true;
  } catch (error) {
    if ((error as pg.DatabaseError).code === OBJECT_IN_USE) return false;
    throw error;
  }
}

export async function administer(statement: string, url = serverUrl()): Promise<void> {
  await queryOn(url)(statement);
}

/** Statements past every server, each over a connection of its own. */
export const queryOn =
  (url: string) =>
  async <Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client(url);
    await client.connect();
    return client
      .query(text, values)
      .then(({ rows }) => rows as Row[])
      .finally(() => client.end());
  };

function serverUrl(): string {
  const url = process.env.CARILLON_TEST_DATABASE_URL;
  if (!url) throw new Error('CARILLON_TEST_DATABASE_URL is unset: start the tests with "npm test".');
  return url;
}
