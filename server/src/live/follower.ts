import { setTimeout as wait } from 'node:timers/promises';
import { resyncDelta, type Delta } from '../inbox/delta.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { Stream } from '../platform/graphql/stream.ts';
import type { Feed } from './feed.ts';

const RETRY_MS = 1_000;

type Step = IteratorResult<Delta, undefined>;

const END: IteratorReturnResult<undefined> = { value: undefined, done: true };

/**
 * One reader's place in one inbox. It is pulled, never pushed to: a reader who does not take the next delta costs no
 * memory, and finds what they missed in PostgreSQL. Resuming, lagging and repairing a gap are the same thing here.
 * Asked for one delta at a time. While it waits it is one promise: there are as many of these as sockets.
 */
export class Follower implements AsyncIterableIterator<Delta> {
  private ended = false;
  private answer: ((step: Step | Promise<Step>) => void) | undefined;
  private epoch: string;

  /**
   * @param seq where the reader stands
   * @param first told at once, before anything else
   */
  constructor(
    private readonly feed: Feed,
    private seq: number,
    private first: Delta | undefined,
    private readonly watch: { onDelivery: (delta: Delta) => void; onEnd: () => void },
  ) {
    this.epoch = (first ?? feed).inbox.epoch;
  }

  next(): Promise<Step> {
    if (this.ended) return Promise.resolve(END);
    const delta = this.known();
    if (delta) return Promise.resolve(this.step(delta));
    if (this.seq < this.feed.position) return this.readBehind();
    return new Promise((resolve) => {
      this.answer = resolve;
      this.feed.park(this);
    });
  }

  /** The feed has moved. */
  wake(): void {
    const { answer } = this;
    if (!answer) return;
    this.answer = undefined;
    const delta = this.known();
    answer(delta ? this.step(delta) : this.next());
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.ended) {
      this.ended = true;
      this.feed.unpark(this);
      this.answer?.(END);
      this.answer = undefined;
      this.watch.onEnd();
    }
    return END;
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next delta, as far as that takes no reading. */
  private known(): Delta | undefined {
    const { first, feed } = this;
    if (first) {
      this.first = undefined;
      return first;
    }
    if (this.epoch === feed.inbox.epoch) return feed.recentFrom(this.seq);
    // The database has another history now.
    this.epoch = feed.inbox.epoch;
    return resyncDelta(feed.inbox, this.seq);
  }

  private step(delta: Delta): Step {
    this.seq = delta.toSeq;
    this.watch.onDelivery(delta);
    return { value: delta, done: false };
  }

  private async readBehind(): Promise<Step> {
    const delta = await this.feed.read(this.seq).catch(() => undefined);
    if (this.ended || this.epoch !== this.feed.inbox.epoch) return this.next();
    if (delta && delta.inbox.epoch === this.epoch && delta.toSeq > this.seq) return this.step(delta);
    // PostgreSQL is away, or has gone back to an older copy. The reader stays, and has lost nothing when it is back.
    await wait(RETRY_MS);
    return this.next();
  }
}

/** Of the deltas, only what came to the top of the inbox: new notifications, one by one, oldest first. */
export class Additions extends Stream<NotificationRow> {
  private queue: NotificationRow[] = [];
  /** While what was missed comes in several deltas: where it began, and what was told of it already, at which seq. */
  private began: number | undefined;
  private readonly told = new Map<string, number>();

  /** @param isWanted leaves out rows that came and went in the same delta */
  constructor(
    private readonly deltas: Follower,
    private readonly isWanted: (row: NotificationRow) => boolean,
  ) {
    super();
  }

  async next(): Promise<IteratorResult<NotificationRow, undefined>> {
    while (this.queue.length === 0) {
      const { value: delta, done } = await this.deltas.next();
      if (done) return { value: undefined, done: true };
      this.queue = this.additionsOf(delta);
    }
    return { value: this.queue.shift()!, done: false };
  }

  /** A row that was added early and changed late comes with the later delta, at its old seq; one that grew, at another. */
  private additionsOf({ fromSeq, upserted, hasMore }: Delta): NotificationRow[] {
    const began = this.began ?? fromSeq;
    const rows = upserted.filter(
      (row) => row.seq > began && this.told.get(row.id) !== row.seq && this.isWanted(row),
    );
    this.began = hasMore ? began : undefined;
    if (hasMore) for (const { id, seq } of rows) this.told.set(id, seq);
    else this.told.clear();
    return rows.sort((a, b) => a.seq - b.seq);
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.queue = [];
    return this.deltas.return();
  }
}
