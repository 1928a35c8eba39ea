import { pause } from './caller.ts';
import { judgeEnding, type ClientOptions } from './inbox-follower.ts';
import { subscribe, type Subscription } from './live-socket.ts';

const ADDED = 'subscription { notificationAdded { id seq } }';

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
    const { urls, token, random, ledger } = this.options;
    const name = `bell of ${this.userId}`;
    while (!this.isStopped) {
      const told = new Set<string>();
      this.subscription = subscribe<{ notificationAdded: { id: string; seq: number } }>(
        random.pick(urls),
        token,
        ADDED,
        {},
        ({ notificationAdded: { id, seq } }) => {
          ledger.deliveries++;
          // Not by seq: what was added early and changed late, while the reader was behind, is told with its change.
          if (told.has(id)) ledger.wrong('doubled', `${name}: ${id} at ${seq} twice in one subscription`);
          told.add(id);
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
