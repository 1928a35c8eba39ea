import type { Announcement } from './announcement.ts';
import type { Delta } from '../inbox/delta.ts';
import type { InboxState } from '../inbox/inbox-state.ts';
import type { InboxChangeLog } from '../inbox/inbox.change-log.ts';

/** How long a gap waits for the announcement that was overtaken, before PostgreSQL is asked. */
const GAP_WAIT_MS = 25;
/** Announcements that came too early, and recent deltas for whoever is a little behind: beyond, PostgreSQL is read. */
const MAX_HELD = 32;

/** A follower that waits for the next move. */
interface Parked {
  wake(): void;
}

/**
 * One connected user on this replica: how far their inbox is known here, and everyone who follows it. However
 * announcements come, the position moves through every seq in order, and never back.
 */
export class Feed {
  private recent: Delta[] = [];
  private early: Delta[] = [];
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
      this.advance(delta);
      this.useEarly();
    } else {
      this.hold(delta);
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
    return this.recent.find((delta) => delta.fromSeq === seq);
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
    this.recent = [];
  }

  close(): void {
    clearTimeout(this.gapTimer);
  }

  /** The database has another history now: seqs of the old one mean nothing in it, and followers must resync. */
  private restart(state: InboxState): void {
    this.state = state;
    this.recent = [];
    this.early = [];
    this.wakeAll();
  }

  private advance(delta: Delta): void {
    this.state = { ...delta.inbox, seq: delta.toSeq };
    this.recent.push(delta);
    if (this.recent.length > MAX_HELD) this.recent.shift();
    this.wakeAll();
  }

  private wakeAll(): void {
    const { parked } = this;
    this.parked = new Set();
    for (const follower of parked) follower.wake();
  }

  private hold(delta: Delta): void {
    this.early.push(delta);
    if (this.early.length > MAX_HELD || delta.fromSeq < this.position) return void this.catchUp();
    this.gapTimer ??= setTimeout(() => {
      this.gapTimer = undefined;
      if (this.early.some((held) => held.toSeq > this.position)) void this.catchUp();
    }, GAP_WAIT_MS);
  }

  private useEarly(): void {
    if (this.early.length === 0) return;
    const held = this.early.sort((a, b) => a.fromSeq - b.fromSeq);
    this.early = [];
    for (const delta of held) {
      if (delta.fromSeq === this.position) this.advance(delta);
      else if (delta.toSeq > this.position) this.early.push(delta);
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
        this.advance(delta);
        this.readAgain ||= delta.hasMore;
      }
    }
  }
}
