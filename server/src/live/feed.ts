import type { Announcement, Told } from './announcement.ts';
import type { Delta } from '../inbox/delta.ts';
import type { InboxState } from '../inbox/inbox-state.ts';
import type { InboxChangeLog } from '../inbox/inbox.change-log.ts';
import { sizeOf } from '../inbox/row-size.ts';
import { HeldDeltas } from './held-deltas.ts';

/** How long a gap waits for the announcement that was overtaken, before PostgreSQL is asked. */
const GAP_WAIT_MS = 25;

/** A follower that waits for the next move. */
interface Parked {
  wake(): void;
}

/**
 * One connected user on this replica: how far their inbox is known here, and everyone who follows it. However
 * announcements come, the position moves through every seq in order, and never back.
 */
export class Feed {
  /** For whoever is a little behind. */
  private readonly recent = new HeldDeltas();
  /** Announcements that came too early. */
  private readonly early = new HeldDeltas();
  private gapTimer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private parked = new Set<Parked>();

  constructor(
    private state: InboxState,
    private readonly changes: Pick<InboxChangeLog, 'read'>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** The newest state known here. */
  get inbox(): InboxState {
    return this.state;
  }

  get position(): number {
    return this.state.seq;
  }

  receive(announcement: Announcement): void {
    if ('wakeUp' in announcement) return void this.catchUp();
    const { delta } = announcement;
    if (delta.inbox.epoch !== this.state.epoch) return void this.catchUp();
    if (delta.toSeq <= this.position) return;
    if (delta.fromSeq === this.position) {
      this.advance(announcement);
      this.useEarly();
    } else {
      this.hold(announcement);
    }
  }

  /**
   * Reads from PostgreSQL what is after the position. A call during a read makes it look once more, since what the
   * caller heard of may be younger than that read.
   */
  catchUp(): Promise<void> {
    this.readAgain = true;
    this.reading ??= this.readOn()
      .catch(this.onTrouble)
      .finally(() => {
        this.reading = undefined;
        this.useEarly();
      });
    return this.reading;
  }

  /** The delta that begins at `seq`, if it is still held here. */
  recentFrom(seq: number): Delta | undefined {
    return this.recent.from(seq);
  }

  /**
   * Reads what is after `seq`, for one follower that is behind. Where that shows that the database has another history
   * now, the whole feed goes there before the follower is answered.
   */
  async read(seq: number): Promise<Delta> {
    const delta = await this.changes.read(this.state.userId, seq);
    if (delta.inbox.epoch !== this.state.epoch) await this.catchUp();
    return delta;
  }

  /** Wakes it once, at the next move. */
  park(follower: Parked): void {
    this.parked.add(follower);
  }

  unpark(follower: Parked): void {
    this.parked.delete(follower);
  }

  /** Lets go of what was kept for followers a little behind; called now and then, so that quiet feeds hold nothing. */
  forget(): void {
    this.recent.take();
  }

  close(): void {
    clearTimeout(this.gapTimer);
  }

  /** The database has another history now: seqs of the old one mean nothing in it, and followers must resync. */
  private restart(state: InboxState): void {
    this.state = state;
    this.recent.take();
    this.early.take();
    this.wakeAll();
  }

  private advance(told: Told): void {
    const { delta } = told;
    this.state = { ...delta.inbox, seq: delta.toSeq };
    this.recent.add(told);
    while (this.recent.isTooMuch) this.recent.dropOldest();
    this.wakeAll();
  }

  private wakeAll(): void {
    const { parked } = this;
    this.parked = new Set();
    for (const follower of parked) follower.wake();
  }

  private hold(told: Told): void {
    this.early.add(told);
    if (this.early.isTooMuch) this.early.take();
    if (this.early.isEmpty || told.delta.fromSeq < this.position) return void this.catchUp();
    this.gapTimer ??= setTimeout(() => {
      this.gapTimer = undefined;
      if (this.early.reaches(this.position)) void this.catchUp();
    }, GAP_WAIT_MS);
  }

  private useEarly(): void {
    if (this.early.isEmpty) return;
    const held = this.early.take().sort((a, b) => a.delta.fromSeq - b.delta.fromSeq);
    for (const told of held) {
      if (told.delta.fromSeq === this.position) this.advance(told);
      else if (told.delta.toSeq > this.position) this.early.add(told);
    }
  }

  private async readOn(): Promise<void> {
    while (this.readAgain) {
      this.readAgain = false;
      const from = this.position;
      const delta = await this.changes.read(this.state.userId, from);
      if (delta.inbox.epoch !== this.state.epoch) this.restart(delta.inbox);
      // Announcements may have moved the position meanwhile: then this delta is partly old, and is read again.
      else if (this.position !== from) this.readAgain = true;
      else if (delta.toSeq > from) {
        this.advance({ delta, size: rowsSize(delta) });
        this.readAgain ||= delta.hasMore;
      }
    }
  }
}

/** About how many bytes it takes to tell. */
export const rowsSize = ({ upserted }: Delta): number => upserted.reduce((sum, row) => sum + sizeOf(row), 0);
