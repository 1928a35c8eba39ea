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
      let last = 0;
      this.subscription = subscribe<{ notificationAdded: { id: string; seq: number } }>(
        random.pick(urls),
        token,
        ADDED,
        {},
        ({ notificationAdded: { id, seq } }) => {
          ledger.deliveries++;
          if (seq <= last) ledger.wrong('doubled', `${name}: seq ${seq} after ${last} in one subscription`);
          last = seq;
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
