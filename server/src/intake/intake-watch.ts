import type { Database } from '../platform/postgres/database.ts';
import type { Intake } from './intake.ts';
import { NEWEST_VERSION } from './pending.ts';

/** What a reader does not notice. */
const LOOK_EVERY_MS = 100;
/** Where no host may send, or nothing could be sent. */
const REST_MS = 2_000;

/**
 * Looks for what hosts have sent. They do not wake us: NOTIFY in a transaction of theirs would make all of their commits
 * wait for each other (docs/decisions/sending-in-sql.md).
 */
export class IntakeWatch {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly intake: Intake,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Twice is once. */
  start(): void {
    if (this.timer === undefined && !this.isStopped) this.plan(0);
  }

  /** The transaction that is under way is waited for. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private plan(rest: number): void {
    this.timer = setTimeout(() => {
      this.looking = this.look()
        .catch((error: unknown) => {
          this.onTrouble(error);
          return REST_MS;
        })
        .then((pause) => {
          if (!this.isStopped) this.plan(pause);
        });
    }, rest);
  }

  /** @returns for how long there will be nothing to look for */
  private async look(): Promise<number> {
    const [found] = await this.database.query<{ isWaiting: boolean; hasSenders: boolean }>(
      `select exists (select from intake where version <= ${NEWEST_VERSION}) as "isWaiting",
         exists (select from sql_senders) as "hasSenders"`,
    );
    if (found!.isWaiting) await this.intake.sendAll(() => !this.isStopped);
    return found!.hasSenders ? LOOK_EVERY_MS : REST_MS;
  }
}
