import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { discardData } from '../local/programs/postgres-folder.ts';
import { startPostgres } from '../local/programs/postgres.ts';
import { startRedis } from '../local/programs/redis.ts';
import type { Contender } from './contenders/contender.ts';
import { parentOf } from './process-tree.ts';

/**
 * One PostgreSQL and one Redis for all contenders, who each have a database of their own. PostgreSQL with its own
 * defaults: what was committed survives a power cut.
 */
export interface Services {
  readonly redisUrl: string;
  readonly postgresPid: number;
  databaseUrl(database: string): string;
  /** Something past the servers, right on a database. */
  with<T>(database: string, work: (client: Client) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function startServices(): Promise<Services> {
  const folder = await mkdtemp(path.join(tmpdir(), 'carillon-bench-'));
  // For root PostgreSQL runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const dataDir = path.join(folder, 'postgres');
  const postgres = await startPostgres({ dataDir });
  const redis = await startRedis();
  const urlOf = (database: string) => new URL(database, postgres.url).href;
  return {
    redisUrl: redis.url,
    postgresPid: await connected(urlOf('postgres'), postmasterPid),
    databaseUrl: urlOf,
    with: (database, work) => connected(urlOf(database), work),
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()]);
      discardData(dataDir);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function createDatabase(services: Services, { name, schema }: Contender): Promise<void> {
  await services.with('postgres', (client) => client.query(`create database ${name}`));
  if (schema) await services.with(name, (client) => client.query(schema));
}

/** No rows, and nothing left for PostgreSQL to write down later, in somebody else's window. */
export async function emptyDatabase(services: Services, { name, empty }: Contender): Promise<void> {
  await services.with(name, async (client) => {
    await client.query(empty);
    await settle(client);
  });
}

/** Statistics as they should be, and no pages that still have to reach the disk. */
export async function settle(client: Client): Promise<void> {
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}

/** Of all its processes; each session's process is a child of it. */
async function postmasterPid(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentOf(rows[0]!.pid);
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
