import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.ts';

/** Who asks us has a second. */
const ANSWER_MS = 700;
const LOOK_EVERY_MS = 5_000;
const REACH_MS = 2_000;
const STUCK_MS = 60_000;

/** Whether PostgreSQL answers us; and if not, whether it is we who should be started anew. */
export class Pulse {
  private asking: Promise<unknown> | undefined;
  private readonly timer: NodeJS.Timeout;
  private lastAnswers = 0;
  private stuckSince: number | undefined;

  /** @param stuckMs for how long we may be alone with our trouble */
  constructor(
    private readonly database: Pick<Database, 'look' | 'answers' | 'nextAnswer'>,
    private readonly url: string,
    private readonly stuckMs = STUCK_MS,
  ) {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * Asks, and takes whatever PostgreSQL answers to anybody of us meanwhile: in a full pool our own question may have to
   * wait. The answer comes within 0.7 s.
   */
  async isThere(): Promise<boolean> {
    this.asking ??= this.database.look('select 1').finally(() => (this.asking = undefined));
    return Promise.race([
      this.asking.then(
        () => true,
        () => false,
      ),
      this.database.nextAnswer().then(() => true),
      pause(ANSWER_MS, false, { ref: false }),
    ]);
  }

  /**
   * Whether we have had no answer for a minute although a new connection gets one. When PostgreSQL is away for everybody
   * a restart would not help, and we are not stuck.
   */
  get isStuck(): boolean {
    return this.stuckSince !== undefined && performance.now() - this.stuckSince >= this.stuckMs;
  }

  /** Comes by itself every 5 s. */
  async look(): Promise<void> {
    const isAlive = this.database.answers !== this.lastAnswers || (await this.isThere());
    this.lastAnswers = this.database.answers;
    if (isAlive || !(await canBeReached(this.url))) this.stuckSince = undefined;
    else this.stuckSince ??= performance.now();
  }
}

/** Over a connection of its own. */
async function canBeReached(connectionString: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: REACH_MS,
    query_timeout: REACH_MS,
    application_name: 'carillon health',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    client.connection.stream.destroy();
  }
}
