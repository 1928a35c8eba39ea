import { pause } from './caller.ts';
import { judgeEnding, type ClientOptions } from './inbox-follower.ts';
import type { Subscription } from './live-socket.ts';

const ADDED = 'subscription { notificationAdded { id seq editedAt } }';

interface Added {
  id: string;
  seq: number;
  /** What was said anew may ring again, at its new place. */
  editedAt: string | null;
}

/** A client that only wants to ring. */
export class Bell {
  readonly heard = new Set<string>();
  readonly userId: string;
  private readonly options: ClientOptions;
  private subscription: Subscription | undefined;
  private isStopped = false;

  constructor(options: ClientOptions) {
    this.options = options;
    this.userId = options.userId;
  }

  async run(): Promise<void> {
    const { urls, token, random, ledger, subscribe } = this.options;
    const name = `bell of ${this.userId}`;
    while (!this.isStopped) {
      const told = new Map<string, number>();
      this.subscription = subscribe<{ notificationAdded: Added }>(
        random.pick(urls),
        token,
        ADDED,
        {},
        ({ notificationAdded: { id, seq, editedAt } }) => {
          ledger.deliveries++;
          // Not by seq: what was added early and changed late, while the reader was behind, is told with its change.
          const before = told.get(id);
          const isAgain = editedAt !== null && before! < seq;
          if (before !== undefined && !isAgain)
            ledger.wrong('doubled', `${name}: ${id} at ${seq} twice in one subscription`);
          told.set(id, seq);
          this.heard.add(id);
        },
      );
      judgeEnding(await this.subscription.ended, name, ledger);
      ledger.reconnects++;
      await pause(random.between([20, 500]));
    }
  }

  stop(): void {
    this.isStopped = true;
    this.subscription?.stop();
  }
}
