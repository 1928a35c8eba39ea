import type { MigrationObject } from '@mikro-orm/core';
import { MikroORM, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import pg from 'pg';

type Row = Record<string, unknown>;

/** Runs one SQL statement: on a connection of its own, or inside a transaction. */
export interface Sql {
  /** Parameters are `$1`, `$2` … and travel apart from the text. Timestamps come back as ISO 8601 strings in UTC. */
  query<T = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
}

/** One database transaction. */
export interface Transaction extends Sql {
  /** Calls `announce` once the transaction has committed; not at all if it rolls back. */
  afterCommit(announce: () => void): void;
}

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  entities: EntitySchema[];
  migrations: MigrationObject[];
  onNews: (message: string) => void;
}

const TIMESTAMPTZ = 1184;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ
      ? (text: string) => new Date(text).toISOString()
      : (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format),
};

/** PostgreSQL by two doors on one pool: entities where convenience counts, plain statements on the hot paths. */
export class Database implements Sql {
  private constructor(
    private readonly orm: MikroORM,
    readonly pool: pg.Pool,
  ) {}

  static async connect({ url, poolSize, entities, migrations, onNews }: DatabaseOptions): Promise<Database> {
    const orm = new MikroORM({
      clientUrl: url,
      entities,
      extensions: [Migrator],
      migrations: { migrationsList: migrations, snapshot: false, tableName: 'migrations' },
      pool: { min: 0, max: poolSize },
      driverOptions: {
        connectionTimeoutMillis: 5_000,
        application_name: 'carillon',
        options: '-c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000 -c TimeZone=UTC',
        keepAlive: true,
      },
      logger: onNews,
      debug: ['info'],
      colors: false,
      ensureDatabase: false,
    });
    const connection = orm.em.getConnection();
    return new Database(orm, await connection.getNativeClient());
  }

  /** A unit of work of its own, for one request or event. */
  get entities(): EntityManager {
    return this.orm.em.fork();
  }

  /**
   * Brings the schema up to date. An advisory lock lets one of several starting replicas do it.
   * @returns the names of the migrations that had been missing
   */
  async migrate(): Promise<string[]> {
    const keeper = await this.pool.connect();
    try {
      await keeper.query(`select pg_advisory_lock(hashtext('carillon:migrate'))`);
      return (await this.orm.migrator.up()).map(({ name }) => name);
    } finally {
      await keeper.query(`select pg_advisory_unlock(hashtext('carillon:migrate'))`).catch(() => undefined);
      keeper.release();
    }
  }

  query<T = Row>(text: string, values?: readonly unknown[]): Promise<T[]> {
    return run<T>(this.pool, text, values);
  }

  /** Runs `work` in one transaction (READ COMMITTED): commits what it returns, rolls back what it throws. */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const announcements: (() => void)[] = [];
    let broken: Error | undefined;
    let result: T;
    try {
      await client.query('begin');
      result = await work({
        query: (text, values) => run(client, text, values),
        afterCommit: (announce) => announcements.push(announce),
      });
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => (broken = cause));
      throw error;
    } finally {
      client.release(broken); // a connection that cannot even roll back must not serve anybody else
    }
    for (const announce of announcements) announce();
    return result;
  }

  async close(): Promise<void> {
    await this.orm.close();
    // It leaves the pool open, and the process alive, where nothing was asked through it.
    if (!this.pool.ending) await this.pool.end();
  }
}

async function run<T>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const { rows } = await on.query({ name: nameOf(text), text, values: [...values], types });
  return rows as T[];
}

const names = new Map<string, string>();
const MOST_NAMES = 1_000;

/**
 * Under a name a connection keeps the statement prepared, and PostgreSQL parses it once. There are only so many texts,
 * since values travel apart from them; should that ever not hold, the rest goes unprepared.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `carillon_${names.size}`;
  names.set(text, name);
  return name;
}
