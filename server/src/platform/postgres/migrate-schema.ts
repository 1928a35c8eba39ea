import { setTimeout as pause } from 'node:timers/promises';
import type { Constructor, MigrationObject } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Sql } from './database.ts';
import { migrateJobs, NEWEST_MIGRATION } from './jobs.ts';
import { tlsOf } from './tls.ts';

const TABLE = 'migrations';
/** A change of tables waits behind whoever uses them, and makes all others wait behind itself: not for long. */
const LOCK_MS = 10_000;
const RETRY_MS = 200;

export interface SchemaOptions {
  url: string;
  migrations: readonly MigrationObject[];
  onNews: (message: string) => void;
}

/** Whether all of that has been done already, as nearly always. Three short questions and no lock. */
export async function isUpToDate(sql: Sql, migrations: readonly MigrationObject[]): Promise<boolean> {
  const [tables] = await sql.query<{ areThere: boolean }>(
    `select to_regclass('${TABLE}') is not null and to_regclass('graphile_worker.migrations') is not null as "areThere"`,
  );
  if (!tables!.areThere) return false;
  const [ours] = await sql.query<{ count: number }>(
    `select count(distinct name)::int as count from ${TABLE} where name = any($1)`,
    [migrations.map(({ name }) => name)],
  );
  const [jobs] = await sql.query<{ id: number }>('select max(id) as id from graphile_worker.migrations');
  return ours!.count === migrations.length && jobs!.id >= NEWEST_MIGRATION;
}

/**
 * Brings the tables up to date, over two connections of its own, since a migration may take as long as it needs. A lock
 * lets one of several starting replicas do it. It is held by a transaction, so that it also holds behind a pooler.
 * @returns the names of the migrations that had been missing
 */
export async function migrateSchema({ url, migrations, onNews }: SchemaOptions): Promise<string[]> {
  const { Migrator } = await import('@mikro-orm/migrations');
  const orm = new MikroORM({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    // Each in a transaction of its own, since some cannot be in one.
    migrations: {
      migrationsList: migrations.map(inOneSchema),
      snapshot: false,
      tableName: TABLE,
      allOrNothing: false,
    },
    driverOptions: {
      max: 2,
      connectionTimeoutMillis: 5_000,
      application_name: 'carillon migrations',
      options: `-c lock_timeout=${LOCK_MS} -c statement_timeout=0 -c TimeZone=UTC`,
      keepAlive: true,
      ssl: tlsOf(url),
    },
    logger: onNews,
    debug: ['info'],
    colors: false,
    ensureDatabase: false,
  });
  const pool = await orm.em.getConnection().getNativeClient();
  try {
    return await holding(pool, async () => {
      const applied = await orm.migrator.up();
      await migrateJobs(pool);
      return applied.map(({ name }) => name);
    });
  } finally {
    await orm.close();
    // It leaves the pool open where nothing was asked through it.
    if (!pool.ending) await pool.end();
  }
}

/** One that can be run. */
interface Complete extends Migration {
  up(): void | Promise<void>;
}

/**
 * Everything stands where the first table does. A role that is called as the schema of what hosts call (`carillon`) would
 * else make its next tables there, since by default it looks into a schema of its own name first.
 */
const inOneSchema = ({ name, class: Given }: MigrationObject): MigrationObject => ({
  name,
  class: class extends (Given as Constructor<Complete>) {
    override up(): void | Promise<void> {
      if (this.isTransactional())
        this.addSql(
          `select set_config('search_path', quote_ident(n.nspname), true)
           from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = '${TABLE}'::regclass`,
        );
      return super.up();
    }
  },
});

/** Asked again and again: who waited inside a statement would be waited for by an index that is built meanwhile. */
async function isTaken(keeper: pg.PoolClient): Promise<boolean> {
  const { rows } = await keeper.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('carillon:migrate')) as taken`,
  );
  return rows[0]!.taken;
}

async function holding<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const keeper = await pool.connect();
  try {
    await keeper.query(
      `begin; set local lock_timeout = 0; set local statement_timeout = 0;
       set local idle_in_transaction_session_timeout = 0`,
    );
    while (!(await isTaken(keeper))) await pause(RETRY_MS);
    const result = await work();
    await keeper.query('commit');
    return result;
  } finally {
    keeper.release(true); // not the next one's, in whatever state it is
  }
}
