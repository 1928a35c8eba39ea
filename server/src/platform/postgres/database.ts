import { MikroORM, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql';
import pg from 'pg';
import { DatabaseConnections, type DatabaseConnection } from './database-connections.ts';
import { StatementNames } from './statement-names.ts';
import { tlsOf } from './tls.ts';

type Row = Record<string, unknown>;

/** Runs one SQL statement: on a connection of its own, or inside a transaction. */
export interface Sql {
  /** Parameters are `$1`, `$2` … and travel apart from the text. Timestamps come back as ISO 8601 strings in UTC. */
  query<T = Row>(text: string, values?: readonly unknown[]): Promise<T[]>;
}

/** The same by both doors: statements, and entities. */
export interface SqlAndEntities extends Sql {
  /** A unit of work of its own; in a transaction, as that sees and changes things. */
  readonly entities: EntityManager;
}

/** One database transaction. */
export interface Transaction extends SqlAndEntities {
  /** Calls `announce` once the transaction has committed; not at all if it rolls back. */
  afterCommit(announce: () => void): void;
}

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  onNews?: (message: string) => void;
}

const GOODBYE_MS = 1_000;
const QUERY_CANCELED = '57014';

const TIMESTAMPTZ = 1184;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ
      ? (text: string) => new Date(text).toISOString()
      : (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format),
};

/**
 * PostgreSQL by two doors on one pool: entities where convenience counts, plain statements on the hot paths. A statement
 * takes 6 s at most, and so does the wait for a connection (5 s): then it fails as one whose database is away, and
 * whether it was done is not known.
 */
export class Database implements SqlAndEntities {
  private readonly names = new StatementNames();
  /** Who wait for a connection only to see how we are. */
  private lookers = 0;

  private constructor(
    private readonly orm: MikroORM,
    private readonly pool: pg.Pool,
    private readonly connections: DatabaseConnections,
  ) {}

  static async connect({ url, poolSize, onNews = () => undefined }: DatabaseOptions): Promise<Database> {
    const connections = new DatabaseConnections();
    const orm = new MikroORM({
      clientUrl: url,
      // Each feature brings its own.
      discovery: { warnWhenNoEntities: false },
      driverOptions: {
        ...connections.options({ max: poolSize, application_name: 'carillon' }),
        ssl: tlsOf(url),
      },
      logger: onNews,
      debug: ['info'],
      colors: false,
      ensureDatabase: false,
    });
    return new Database(orm, await orm.em.getConnection().getNativeClient(), connections);
  }

  /** Takes in what a feature keeps as entities. */
  know(entities: readonly EntitySchema[]): void {
    this.orm.discoverEntity([...entities]);
  }

  /** A unit of work of its own, for one request or event. */
  get entities(): EntityManager {
    return this.orm.em.fork();
  }

  async query<T = Row>(text: string, values?: readonly unknown[]): Promise<T[]> {
    return this.names.insist(() => this.run<T>(this.pool, text, values));
  }

  /**
   * Runs `work` in one transaction (READ COMMITTED): commits what it returns, rolls back what it throws. It may be run
   * twice: once in vain.
   * @param longestMs for work whose size nothing bounds: how long one statement may take instead of 5 s
   */
  async transaction<T>(
    work: (transaction: Transaction) => Promise<T>,
    options: { longestMs?: number } = {},
  ): Promise<T> {
    const { result, announcements } = await this.names.insist(() => this.commit(work, options));
    for (const announce of announcements) announce();
    return result;
  }

  /**
   * For one statement whose size nothing bounds. Most are small: it is tried like any other first, and where PostgreSQL
   * ended that for its length, once more with all this time.
   */
  async takingUpTo<T>(longestMs: number, work: (sql: Sql) => Promise<T>): Promise<T> {
    try {
      return await work(this);
    } catch (error) {
      if ((error as { code?: string }).code !== QUERY_CANCELED) throw error;
      return this.transaction(work, { longestMs });
    }
  }

  private async commit<T>(
    work: (transaction: Transaction) => Promise<T>,
    { longestMs }: { longestMs?: number },
  ): Promise<{ result: T; announcements: (() => void)[] }> {
    const client = (await this.pool.connect()) as pg.PoolClient & DatabaseConnection;
    const announcements: (() => void)[] = [];
    let broken: Error | undefined;
    try {
      client.allow(longestMs);
      await client.query(longestMs ? `begin; set local statement_timeout = ${longestMs}` : 'begin');
      const unitOfWork = () => this.entitiesOn(client);
      let entities: EntityManager | undefined;
      const result = await work({
        query: (text, values) => this.run(client, text, values),
        get entities() {
          return (entities ??= unitOfWork());
        },
        afterCommit: (announce) => announcements.push(announce),
      });
      await client.query('commit');
      return { result, announcements };
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => (broken = cause));
      throw error;
    } finally {
      client.allow();
      client.release(broken); // a connection that cannot even roll back must not serve anybody else
    }
  }

  /** What MikroORM asks of a transaction while it is open. It begins and ends with us, so there is no more to it. */
  private entitiesOn(client: pg.PoolClient): EntityManager {
    const { entities } = this;
    entities.setTransactionContext({
      executeQuery: async ({ sql }: { sql: string }) => {
        const { rows, rowCount } = await client.query(sql);
        return { rows: rows as unknown[], numAffectedRows: BigInt(rowCount ?? 0) };
      },
    });
    return entities;
  }

  private async run<T>(
    on: pg.Pool | pg.PoolClient,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<T[]> {
    const { rows } = await on.query({ name: this.names.of(text), text, values: [...values], types });
    return rows as T[];
  }

  /** As `query`, for an operator who wants to see how we are: does not count among those who wait. */
  async look<T = Row>(text: string): Promise<T[]> {
    const client = await this.connectToLook();
    try {
      return (await client.query(text)).rows as T[];
    } finally {
      client.release();
    }
  }

  /** The `value` of the one row that a statement gives, for a gauge; NaN while PostgreSQL does not answer. */
  lookAtNumber(text: string): Promise<number> {
    return this.look<{ value: number }>(text).then(
      ([row]) => Number(row!.value),
      () => NaN,
    );
  }

  private connectToLook(): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      let waits = 0;
      const before = this.pool.waitingCount;
      this.pool.connect((error, client) => {
        this.lookers -= waits;
        if (client) resolve(client);
        else reject(error!);
      });
      waits = this.pool.waitingCount - before;
      this.lookers += waits;
    });
  }

  /** Connections open, those of them at rest, and requests that wait for one. */
  get load(): { open: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    // A connection that is being opened for one who looks is not waited for any more, as the pool sees it.
    return { open: totalCount, idle: idleCount, waiting: Math.max(0, waitingCount - this.lookers) };
  }

  /** How often PostgreSQL has answered anything at all. */
  get answers(): number {
    return this.connections.answers;
  }

  /** Resolves when PostgreSQL answers anything at all. */
  nextAnswer(): Promise<void> {
    return this.connections.nextAnswer();
  }

  /** From now on nothing is waited for: whatever is asked, or was, fails. */
  abandon(): void {
    this.connections.abandon();
  }

  /** What is still under way has a second, and then fails. */
  async close(): Promise<void> {
    const patience = setTimeout(() => this.abandon(), GOODBYE_MS);
    await this.orm.close();
    // It leaves the pool open, and the process alive, where nothing was asked through it.
    if (!this.pool.ending) await this.pool.end();
    clearTimeout(patience);
  }
}
