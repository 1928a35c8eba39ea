import { setTimeout as wait } from 'node:timers/promises';
import { resyncDelta, type ChangedRow, type Delta } from './delta.ts';
import type { Feed } from './feed.ts';

const RETRY_MS = 1_000;

/**
 * One reader's place in one inbox. It is pulled, never pushed to: a reader who does not take the next delta costs no
 * memory, and finds what they missed in PostgreSQL. Resuming, lagging and repairing a gap are the same thing here.
 */
export class Follower<Row extends ChangedRow = ChangedRow> implements AsyncIterableIterator<Delta<Row>> {
  private ended = false;
  private wake: (() => void) | undefined;
  private epoch: string;

  /**
   * @param seq where the reader stands
   * @param first told at once, before anything else
   */
  constructor(
    private readonly feed: Feed<Row>,
    private seq: number,
    private first: Delta<Row> | undefined,
    private readonly watch: { onDelivery: (delta: Delta) => void; onEnd: () => void },
  ) {
    this.epoch = (first ?? feed).inbox.epoch;
  }

  async next(): Promise<IteratorResult<Delta<Row>, undefined>> {
    while (!this.ended) {
      const delta = await this.follow();
      if (this.ended || !delta) continue;
      this.seq = delta.toSeq;
      this.watch.onDelivery(delta);
      return { value: delta, done: false };
    }
    return { value: undefined, done: true };
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.ended) {
      this.ended = true;
      if (this.wake) this.feed.unpark(this.wake);
      this.wake?.();
      this.watch.onEnd();
    }
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next delta, or undefined when it is worth looking again. */
  private async follow(): Promise<Delta<Row> | undefined> {
    const { first } = this;
    if (first) {
      this.first = undefined;
      return first;
    }
    if (this.epoch !== this.feed.inbox.epoch) {
      // The database has another history now.
      this.epoch = this.feed.inbox.epoch;
      return resyncDelta(this.feed.inbox, this.seq);
    }
    if (this.seq < this.feed.position) return this.feed.recentFrom(this.seq) ?? this.readBehind();
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.feed.park(resolve);
    });
    this.wake = undefined;
    return undefined;
  }

  private async readBehind(): Promise<Delta<Row> | undefined> {
    const delta = await this.feed.read(this.seq).catch(() => undefined);
    if (this.epoch !== this.feed.inbox.epoch) return undefined;
    if (delta && delta.inbox.epoch === this.epoch && delta.toSeq > this.seq) return delta;
    // PostgreSQL is away, or has gone back to an older copy. The reader stays, and has lost nothing when it is back.
    await wait(RETRY_MS);
    return undefined;
  }
}

/** Of the deltas, only what came to the top of the inbox: new notifications, one by one, oldest first. */
export class Additions<Row extends ChangedRow> implements AsyncIterableIterator<Row> {
  private queue: Row[] = [];
  /** While what was missed comes in several deltas: where it began, and what was told of it already. */
  private began: number | undefined;
  private readonly told = new Set<string>();

  /** @param isWanted leaves out rows that came and went in the same delta */
  constructor(
    private readonly deltas: Follower<Row>,
    private readonly isWanted: (row: Row) => boolean,
  ) {}

  async next(): Promise<IteratorResult<Row, undefined>> {
    while (this.queue.length === 0) {
      const { value: delta, done } = await this.deltas.next();
      if (done) return { value: undefined, done: true };
      this.queue = this.additionsOf(delta);
    }
    return { value: this.queue.shift()!, done: false };
  }

  /** A row that was added early and changed late comes with the later delta, at its old seq. */
  private additionsOf({ fromSeq, upserted, hasMore }: Delta<Row>): Row[] {
    const began = this.began ?? fromSeq;
    const rows = upserted.filter((row) => row.seq > began && !this.told.has(row.id) && this.isWanted(row));
    this.began = hasMore ? began : undefined;
    if (hasMore) for (const { id } of rows) this.told.add(id);
    else this.told.clear();
    return rows.sort((a, b) => a.seq - b.seq);
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.queue = [];
    return this.deltas.return();
  }

  throw(error: unknown): Promise<never> {
    return this.deltas.throw(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
