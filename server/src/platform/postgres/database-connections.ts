import pg from 'pg';

/**
 * What PostgreSQL is told, so that it waits for nobody for ever either: it ends a statement after 5 s, a wait for a lock
 * after 4, and a transaction that was left in the middle after 5. So the locks of one whose link is dead are free soon,
 * though no word from us arrives. A peer who is gone is noticed within 15 s instead of two hours.
 */
const LIMITS = {
  statement_timeout: 5_000,
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 5_000,
  tcp_keepalives_idle: 5,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 2,
  tcp_user_timeout: 15_000,
  TimeZone: 'UTC',
};

const LOOK_EVERY_MS = 250;
/** Longer than PostgreSQL may take: whoever says nothing for so long is not there any more. */
const MARGIN_MS = 1_000;
const SILENCE_MS = LIMITS.statement_timeout + MARGIN_MS;
/** After so long at rest, as one that only listens is, a connection is asked whether it is still there. */
const REST_MS = 10_000;
const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 5_000;
const GOODBYE_MS = 1_000;
const ABANDONED = 'PostgreSQL is waited for no longer: this server ends';
const looks = (ms: number) => Math.ceil(ms / LOOK_EVERY_MS);

export interface PoolSettings {
  /** The most connections. */
  readonly max: number;
  /** As `pg_stat_activity` shows it. */
  readonly application_name: string;
}

/**
 * The connections of one pool, none of which is waited for longer than its limit. A connection may be dead without a word
 * to us (a failover, a firewall that has forgotten it): what is asked over it is never answered. Such a one is
 * destroyed, since an orderly end would wait for an answer too; and so are those at rest, which would be next.
 *
 * Silence is counted in looks at all of them, not by a timer for each statement, which would cost; and not by the clock,
 * for a process that stood still has heard nothing either.
 */
export class DatabaseConnections {
  private readonly open = new Set<DatabaseConnection>();
  private looking: NodeJS.Timeout | undefined;
  private heard: PromiseWithResolvers<void> | undefined;
  private isAbandoned = false;
  /** How often PostgreSQL has answered, whatever it said. */
  answers = 0;

  /** For a pool, whose connections these become. */
  options(settings: PoolSettings): pg.PoolConfig {
    const add = (connection: DatabaseConnection) => this.add(connection);
    return {
      ...settings,
      min: 0,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      options: Object.entries(LIMITS)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      Client: class extends DatabaseConnection {
        constructor(config?: pg.ClientConfig) {
          super(config);
          add(this);
        }
      },
    };
  }

  /** Resolves at the next answer, over whichever connection. */
  nextAnswer(): Promise<void> {
    this.heard ??= Promise.withResolvers<void>();
    return this.heard.promise;
  }

  /** Nothing is waited for any more: what is under way fails now, and what is asked from now on at once. */
  abandon(): void {
    this.isAbandoned = true;
    for (const connection of this.open) connection.giveUp(ABANDONED);
  }

  private add(connection: DatabaseConnection): void {
    if (this.open.size === 0) this.looking = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    this.open.add(connection);
    // A task later: before it connects there is nothing to give up.
    if (this.isAbandoned) setImmediate(() => connection.giveUp(ABANDONED));
    connection.connection.on('readyForQuery', () => {
      this.answers++;
      connection.hasAnswered();
      this.heard?.resolve();
      this.heard = undefined;
    });
    connection.once('end', () => {
      this.open.delete(connection);
      if (this.open.size === 0) clearInterval(this.looking);
    });
  }

  private look(): void {
    let isAnyDead = false;
    for (const connection of this.open) if (connection.look()) isAnyDead = true;
    if (!isAnyDead) return;
    for (const connection of this.open)
      if (connection.isSuspect) connection.giveUp(`PostgreSQL gave no answer for ${SILENCE_MS / 1_000} s`);
  }
}

/** A connection that knows for how long it has been without an answer. */
export class DatabaseConnection extends pg.Client {
  /** Looks since what is unanswered was asked; undefined at rest. The greeting is the first question. */
  private silentFor: number | undefined = 0;
  private restingFor = 0;
  private patience = looks(SILENCE_MS);

  override query(...question: never[]): never {
    this.silentFor = 0;
    return super.query(...(question as unknown as [pg.Submittable])) as never;
  }

  hasAnswered(): void {
    this.silentFor = undefined;
    this.restingFor = 0;
  }

  /** For statements that may take longer: PostgreSQL must have been told so too. 5 s when nothing is given. */
  allow(statementMs: number = LIMITS.statement_timeout): void {
    this.patience = looks(statementMs + MARGIN_MS);
  }

  /** Comes by every 250 ms. @returns whether it has been silent for too long */
  look(): boolean {
    if (this.silentFor !== undefined) return ++this.silentFor > this.patience;
    if (++this.restingFor > looks(REST_MS)) this.askIfThere();
    return false;
  }

  private askIfThere(): void {
    this.silentFor = 0;
    super.query('').catch(() => undefined); // whoever uses the connection hears of it as well
  }

  /** Whether it is as likely dead as one that is: at rest, or as long without an answer. */
  get isSuspect(): boolean {
    return this.silentFor === undefined || this.silentFor > looks(SILENCE_MS);
  }

  giveUp(why: string): void {
    this.connection.stream.destroy(new Error(why));
  }

  /** In good order, if the other side still hears. */
  override end(...callback: never[]): never {
    const patience = setTimeout(() => this.connection.stream.destroy(), GOODBYE_MS).unref();
    this.once('end', () => clearTimeout(patience));
    return super.end(...(callback as unknown as [() => void])) as never;
  }
}
