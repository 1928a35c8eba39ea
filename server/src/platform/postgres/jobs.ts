import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Task, WorkerPool } from 'graphile-worker';
import pg from 'pg';
import { DatabaseConnections } from './database-connections.ts';
import type { Database } from './database.ts';

/** The newest migration of graphile-worker that we run on; a test holds it against the package. */
export const NEWEST_MIGRATION = 20;

const BEAT_MS = 5_000;
/** Who was silent for so long is dead; its jobs are free again. */
const SILENT_SECONDS = 30;
/** After a time when PostgreSQL was away everybody has been silent: nobody judges before others had time to speak. */
const STEADY_MS = 15_000;
const RESTART_MS = 1_000;
/** For jobs that run when the replica ends; what takes longer is done again elsewhere. */
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
  /** An answer that gave us a job may never have come: the queue would take the job for ours, for hours. */
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
    this.pool.on('connect', (client) => void client.on('error', () => undefined));
    this.beating = setInterval(() => this.beat(), BEAT_MS);
    this.running = this.run();
  }

  /** Lets running jobs end, within limits: after these the queue is left as one that died, for others to take over. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.beating);
    const patience = setTimeout(() => this.connections.abandon(), PATIENCE_MS + GOODBYE_MS);
    await Promise.race([this.end(), pause(PATIENCE_MS + 2 * GOODBYE_MS, undefined, { ref: false })]);
    clearTimeout(patience);
  }

  private async end(): Promise<void> {
    await this.stop().catch(this.options.onTrouble);
    await this.running;
    await this.pool.end();
  }

  private async run(): Promise<void> {
    const { connections, tasks, onTakeOver, onTrouble } = this.options;
    const { runTaskList, Logger } = await import('graphile-worker');
    const logger = new Logger(
      () => (level, message) => level === 'error' && onTrouble(new Error(message)), // nobody's words: see the tasks
    );
    const events = new EventEmitter().on('worker:getJob:error', () => (this.mayHaveMissed = true));
    void onTakeOver().catch(onTrouble);
    while (!this.isClosing) {
      const worker = {
        concurrentJobs: Math.max(1, connections - 1),
        // In batches, for only then a failure to report a job's end is caught.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
        preparedStatements: false, // a pooler may not know them
        events,
      };
      const options = { preset: { worker }, logger, noHandleSignals: true };
      const workers = runTaskList(options, tasks as Record<string, Task<never>>, this.poolForWorker());
      this.workers = workers;
      this.beat();
      await workers.promise.catch(onTrouble);
      await this.release(workers.id).catch(onTrouble);
      if (!this.isClosing) await pause(RESTART_MS);
    }
  }

  /** The queue listens by a call with a callback, for good. Where that were the only connection, it has to look instead. */
  private poolForWorker(): pg.Pool {
    if (this.options.connections > 1) return this.pool;
    const connect = (onListening?: unknown) => (onListening ? undefined : this.pool.connect());
    return { connect } as pg.Pool;
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
      await workers.gracefulShutdown(); // what is still its own then is given to others
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

  private async stop(): Promise<void> {
    const { workers } = this;
    if (!workers) return;
    const ending = Promise.resolve(workers.gracefulShutdown());
    const isOver = await Promise.race([ending.then(() => true), pause(PATIENCE_MS, false, { ref: false })]);
    if (!isOver) await workers.forcefulShutdown('The replica ends');
  }
}
