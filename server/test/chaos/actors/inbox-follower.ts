import { Caller, pause, type Answer } from './caller.ts';
import { COUNTS, DELTA, InboxCopy, ROW, type Counts, type Delta, type Row } from './inbox-copy.ts';
import type { Ledger } from '../ledger.ts';
import type { Ending, Subscribe, Subscription } from './live-socket.ts';
import type { Random } from '../random.ts';

// What a socket of ours may end with: our own close, cuts, a planned restart, overload, a hello that came too late.
const USUAL_CLOSES = new Set([1000, 1005, 1006, 1012, 1013, 4408]);

const FOLLOW = `subscription ($afterSeq: Int, $epoch: String) {
  inboxChanges(afterSeq: $afterSeq, epoch: $epoch) { ${DELTA} }
}`;
const CATCH_UP = `query ($afterSeq: Int!, $epoch: String) {
  inboxChanges(afterSeq: $afterSeq, epoch: $epoch) { ${DELTA} }
}`;
const PAGE = `query ($after: String) {
  notifications(first: 100, after: $after, filter: { state: ALL }) {
    edges { node { ${ROW} } } pageInfo { hasNextPage endCursor } inbox { ${COUNTS} }
  }
}`;

interface Page {
  notifications: {
    edges: { node: Row }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    inbox: { counts: Counts };
  };
}

export interface ClientOptions {
  userId: string;
  token: string;
  urls: readonly string[];
  random: Random;
  ledger: Ledger;
  /** By which transport. */
  subscribe: Subscribe;
}

/** Complains when a subscription ended in a way that only faults of the server's own could explain. */
export function judgeEnding({ closeCode, refusal }: Ending, name: string, ledger: Ledger): void {
  if (!USUAL_CLOSES.has(closeCode)) ledger.wrong('refused', `${name}: closed with ${closeCode}`);
  if (refusal && refusal !== 'SERVICE_UNAVAILABLE') ledger.wrong('refused', `${name}: ${refusal}`);
}

/** A tab that follows an inbox, and comes back from where it was, whatever happens to it. */
export class InboxFollower {
  readonly copy = new InboxCopy();
  readonly userId: string;
  readonly name: string;
  private readonly options: ClientOptions;
  private readonly caller: Caller;
  private subscription: Subscription | undefined;
  private mustReload = false;
  private isStopped = false;

  constructor(options: ClientOptions, name: string) {
    this.options = options;
    this.userId = options.userId;
    this.name = name;
    const { urls, token, random, ledger } = options;
    this.caller = new Caller(urls, token, random, ledger);
  }

  async run(): Promise<void> {
    const { urls, random, ledger } = this.options;
    for (let url = random.pick(urls); !this.isStopped; url = random.pick(urls)) {
      if (this.mustReload) await this.reload();
      else if (this.copy.seq > 0 && random.chance(0.3)) await this.catchUp();
      judgeEnding(await this.follow(url), this.name, ledger);
      ledger.reconnects++;
      if (!this.mustReload) await pause(random.between([20, 500]));
    }
  }

  stop(): void {
    this.isStopped = true;
    this.subscription?.stop();
  }

  private follow(url: string): Promise<Ending> {
    const { seq: afterSeq, epoch } = this.copy;
    const { token, subscribe } = this.options;
    const take = (data: { inboxChanges: Delta }) => this.take(data.inboxChanges);
    this.subscription = subscribe(url, token, FOLLOW, { afterSeq, epoch }, take);
    if (this.isStopped) this.subscription.stop();
    return this.subscription.ended;
  }

  private take(delta: Delta): void {
    const { ledger, userId } = this.options;
    ledger.deliveries++;
    if (delta.resync) {
      ledger.resyncs.push({ userId, fromSeq: this.copy.seq, toSeq: delta.toSeq });
      this.mustReload = true;
      this.subscription?.stop();
      return;
    }
    for (const wrong of this.copy.apply(delta))
      ledger.wrong(wrong.includes('unread') ? 'miscounted' : 'out of order', `${this.name}: ${wrong}`);
    const [row] = delta.upserted;
    const isJustAdded = row && row.seq === delta.toSeq && row.seq === delta.fromSeq + 1;
    if (isJustAdded) ledger.arrived(row.createdAt);
  }

  /** The other way to come back: ask for what was missed, then subscribe. */
  private async catchUp(): Promise<void> {
    for (let hasMore = true; hasMore && !this.mustReload;) {
      const { seq: afterSeq, epoch } = this.copy;
      const { data, refusal } = await this.caller.insist<{ inboxChanges: Delta }>(CATCH_UP, {
        afterSeq,
        epoch,
      });
      if (!data) return this.options.ledger.wrong('refused', `${this.name}, what it missed: ${refusal}`);
      this.take(data.inboxChanges);
      hasMore = data.inboxChanges.hasMore;
    }
    if (this.mustReload) await this.reload();
  }

  private async reload(): Promise<void> {
    const rows: Row[] = [];
    const counts: Counts[] = [];
    let after: string | undefined;
    do {
      const { data, refusal } = await this.page(after);
      if (!data) return this.options.ledger.wrong('refused', `${this.name}, a page: ${refusal}`);
      const { edges, pageInfo, inbox } = data.notifications;
      rows.push(...edges.map(({ node }) => node));
      counts.push(inbox.counts);
      after = pageInfo.hasNextPage ? pageInfo.endCursor! : undefined;
    } while (after);
    this.copy.reload(rows, counts[0]!, counts.at(-1)!);
    this.mustReload = false;
  }

  private page(after: string | undefined): Promise<Answer<Page>> {
    return this.caller.insist<Page>(PAGE, { after });
  }
}
