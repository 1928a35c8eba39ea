// Runs once before the server's tests: one PostgreSQL, one Redis, one migrated template database. With
// CARILLON_TEST_POSTGRES=15 on that PostgreSQL, with CARILLON_TEST_POOLER=true behind a PgBouncer in transaction mode.
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPgBouncer } from '../../../local/programs/pgbouncer.ts';
import { startPostgres, type LocalPostgres } from '../../../local/programs/postgres.ts';
import { startRedis } from '../../../local/programs/redis.ts';
import { migrate } from '../../../src/migrate.ts';
import { administer, TEMPLATE, urlOf } from '../services/database.ts';
import { postgresFolder, services } from '../services/services.ts';

// Nothing that a test writes has to survive a power cut.
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export default async function globalSetup(): Promise<void> {
  services.folder = await mkdtemp(path.join(tmpdir(), 'carillon-test-'));
  // For root PostgreSQL runs as another user, who has to get in.
  await chmod(services.folder, 0o755);
  services.postgres = await startPostgres({
    dataDir: postgresFolder(services.folder),
    settings: QUICK,
  });
  process.env.CARILLON_TEST_DATABASE_URL = services.postgres.url;
  process.env.CARILLON_TEST_REDIS_URL = process.env.REDIS_URL ?? (await ownRedis());

  await administer(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(urlOf(TEMPLATE));
  if (process.env.CARILLON_TEST_POOLER)
    process.env.CARILLON_TEST_POOLER_URL = await ownPooler(services.postgres);
}

async function ownPooler(postgres: LocalPostgres): Promise<string> {
  // As docs/operating.md says: a pooler does not pass on what connections are to be like.
  await administer(`ALTER ROLE postgres SET statement_timeout = '5s'`);
  await administer(`ALTER ROLE postgres SET lock_timeout = '4s'`);
  await administer(`ALTER ROLE postgres SET idle_in_transaction_session_timeout = '5s'`);
  services.pooler = await startPgBouncer(postgres.port);
  const url = new URL(postgres.url);
  url.port = String(services.pooler.port);
  return url.href;
}

async function ownRedis(): Promise<string> {
  services.redis = await startRedis();
  return services.redis.url;
}
