import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Task, WorkerPool } from 'graphile-worker';
import pg from 'pg';
import { DatabaseConnections } from './database-connections.ts';
import type { Database } from './database.ts';
import { patiently } from './patiently.ts';

/** The newest migration of graphile-worker that we run on; a test holds it against the package. */
export const NEWEST_MIGRATION = 20;

const BEAT_MS = 5_000;
/** Who was silent for so long is dead; its jobs are free again. */
const SILENT_SECONDS = 30;
/** After a time when PostgreSQL was away everybody has been silent: nobody judges before others had time to speak. */
const STEADY_MS = 15_000;
const RESTART_MS = 1_000;
/** For jobs that run when the workers end; what takes longer is done again elsewhere. */
const PATIENCE_MS = 8_000;
/** For the queue to put down what did not end. */
const GOODBYE_MS = 2_000;

/** Makes the tables of the job queue, or brings them up to date. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: pool });
}

/** What to do, by the name of the task. A job whose task throws is tried again later. */
export type Tasks = Readonly<Record<string, (payload: never) => Promise<void>>>;

export interface JobOptions {
  readonly databaseUrl: string;
  /** The most connections, besides what the tasks use. Of several one only listens, so as many jobs run at once. */
  readonly connections: number;
  readonly tasks: Tasks;
  /** Called at the start, and when the jobs of a dead worker were set free. */
  readonly onTakeOver: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

type ListenerCallback = Parameters<pg.Pool['connect']>[0];

/**
 * Works on jobs until it is closed, whatever becomes of PostgreSQL meanwhile. The queue itself would give up on a
 * worker that was killed only after four hours, so each one says every few seconds that it lives, and the jobs of one
 * that is silent are given to the others.
 */
export class Jobs {
  private readonly connections = new DatabaseConnections();
  private readonly pool: pg.Pool;
  private readonly beating: NodeJS.Timeout;
  private readonly running: Promise<void>;
  private workers: WorkerPool | undefined;
  private isClosing = false;
  /** With a connection the answer that gave us a job may be lost: the queue would take the job for ours, for hours. */
  private mayHaveMissed = false;
  private heardAt = -Infinity;
  private steadySince = 0;

  constructor(
    private readonly database: Database,
    private readonly options: JobOptions,
  ) {
    // Of its own, since one connection only listens, and jobs must not wait for requests or make them wait.
    this.pool = new pg.Pool({
      connectionString: options.databaseUrl,
      ...this.connections.options({ max: options.connections, application_name: 'carillon jobs' }),
    });
    this.pool.on('error', () => undefined); // whoever uses the connection is told as well
    this.pool.on('connect', (client) => void client.on('error', () => (this.mayHaveMissed = true)));
    this.beating = setInterval(() => this.beat(), BEAT_MS);
    this.running = this.run();
  }

  /** Lets running jobs end, within limits: after these the queue is left as one that died, for others to take over. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.beating);
    if (this.workers) endGently(this.workers);
    const patience = setTimeout(() => this.connections.abandon(), PATIENCE_MS + GOODBYE_MS);
    const end = this.running.then(() => this.pool.end());
    await Promise.race([end, pause(PATIENCE_MS + 2 * GOODBYE_MS, undefined, { ref: false })]);
    clearTimeout(patience);
  }

  private async run(): Promise<void> {
    const { onTakeOver, onTrouble } = this.options;
    const { runTaskList, Logger } = await import('graphile-worker');
    const logger = new Logger(
      () => (level, message) => level === 'error' && onTrouble(new Error(message)), // nobody's words: see the tasks
    );
    void onTakeOver().catch(onTrouble);
    while (!this.isClosing) {
      const events = new EventEmitter();
      const isEnding = once(events, 'pool:gracefulShutdown'); // told by us, or by itself
      const options = { preset: { worker: this.settings(events) }, logger, noHandleSignals: true };
      const workers = (this.workers = runTaskList(options, this.tasks(), this.poolForWorker()));
      const end = workers.promise.catch(onTrouble);
      this.beat();
      await Promise.race([end, isEnding]);
      this.workers = undefined; // who ends is silent: what does not end must not keep its jobs from others
      await letGo(workers, end);
      await this.release(workers.id).catch(onTrouble);
      if (!this.isClosing) await pause(RESTART_MS);
    }
  }

  private tasks(): Record<string, Task<never>> {
    const begun = Object.entries(this.options.tasks).map(([name, task]) => {
      const begin: Task<never> = (payload) => {
        const { workers } = this;
        const isOurs = () => !this.isClosing && this.workers === workers;
        return patiently(() => task(payload), this.database, isOurs);
      };
      return [name, begin] as const;
    });
    return Object.fromEntries(begun);
  }

  private settings(events: EventEmitter) {
    return {
      concurrentJobs: Math.max(1, this.options.connections - 1),
      // In batches, for only then a failure to report a job's end is caught.
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
      preparedStatements: false, // a pooler may not know them
      events,
    };
  }

  /**
   * The pool, as the queue may know it. Where no connection can be had, the queue would go by the error's code and try
   * again a hundred times, in the end every two minutes, and would neither work nor end meanwhile. Without a code it fails
   * at once.
   */
  private poolForWorker(): pg.Pool {
    const connect = async () => {
      return this.pool.connect().catch((cause: Error) => {
        throw new Error(cause.message, { cause });
      });
    };
    // It listens by a call with a callback, for good. Where that were the only connection, it has to look instead.
    const listen = (onListening: ListenerCallback) => {
      if (this.options.connections > 1)
        this.pool.connect((error, client, done) => onListening(error, client, atMostOnce(done)));
    };
    return { connect: (callback?: ListenerCallback) => (callback ? listen(callback) : connect()) } as pg.Pool;
  }

  private beat(): void {
    void this.sayThatWeLive().catch(this.options.onTrouble);
  }

  private async sayThatWeLive(): Promise<void> {
    const { workers } = this;
    if (!workers || this.isClosing) return;
    await this.database.query(
      `insert into job_workers (id) values ($1) on conflict (id) do update set seen_at = now()`,
      [workers.id],
    );
    if (this.mayHaveMissed) {
      this.mayHaveMissed = false;
      endGently(workers); // what is still its own then is given to others
      return;
    }
    const now = performance.now();
    if (now - this.heardAt > STEADY_MS) this.steadySince = now;
    this.heardAt = now;
    if (now - this.steadySince >= STEADY_MS) await this.takeOver();
  }

  /** Also the jobs of one who died before the first word. */
  private async takeOver(): Promise<void> {
    const [dead] = await this.database.query(
      `with silent as (
         delete from job_workers where seen_at < now() - make_interval(secs => $1) returning id
       ), unknown as (
         select distinct locked_by as id from graphile_worker._private_jobs
         where locked_at < now() - make_interval(secs => $1) and locked_by not in (select id from job_workers)
       )
       select graphile_worker.force_unlock_workers(array_agg(id))
       from (select id from silent union select id from unknown) dead having count(*) > 0`,
      [SILENT_SECONDS],
    );
    if (dead) await this.options.onTakeOver();
  }

  /** Of a worker that has ended: what it still holds nobody works on. */
  private async release(id: string): Promise<void> {
    await this.database.query(
      `with gone as (delete from job_workers where id = $1) select graphile_worker.force_unlock_workers(array[$1])`,
      [id],
    );
  }
}

/** The queue lets go twice of a connection that breaks while it ends, which would be an error that nobody catches. */
function atMostOnce(done: ((release?: boolean | Error) => void) | undefined) {
  let isDone = false;
  return (release?: boolean | Error) => {
    if (!isDone) done?.(release); // where there is no connection there may be no way to let go either
    isDone = true;
  };
}

/** How it went is told by the promise of the workers. */
function endGently(workers: WorkerPool): void {
  void Promise.resolve(workers.gracefulShutdown()).catch(() => undefined);
}

/**
 * Waits until the workers have ended, and makes them where they do not: after an outage a job, or the queue itself, may
 * wait for an answer that never comes.
 */
async function letGo(workers: WorkerPool, end: Promise<void>): Promise<void> {
  if (await isWithin(PATIENCE_MS, end)) return;
  const forced = Promise.resolve(workers.forcefulShutdown('It took too long to end')).catch(() => undefined);
  await isWithin(GOODBYE_MS, Promise.race([end, forced]));
}

async function isWithin(ms: number, done: Promise<unknown>): Promise<boolean> {
  return Promise.race([done.then(() => true), pause(ms, false, { ref: false })]);
}
