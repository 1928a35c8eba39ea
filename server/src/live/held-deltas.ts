import type { Delta } from '../inbox/delta.ts';
import type { Told } from './announcement.ts';

/** Of each kind that a feed holds: what came too early, and what is recent. */
const MAX_HELD = 32;
const MAX_HELD_SIZE = 512 * 1024;

/** Some deltas of one inbox, kept in memory while it costs little. */
export class HeldDeltas {
  private held: Told[] = [];
  private size = 0;

  add(told: Told): void {
    this.held.push(told);
    this.size += told.size;
  }

  get isEmpty(): boolean {
    return this.held.length === 0;
  }

  /** Beyond, PostgreSQL is read instead. */
  get isTooMuch(): boolean {
    return this.held.length > MAX_HELD || this.size > MAX_HELD_SIZE;
  }

  /** The one that begins at `seq`. */
  from(seq: number): Delta | undefined {
    return this.held.find(({ delta }) => delta.fromSeq === seq)?.delta;
  }

  reaches(seq: number): boolean {
    return this.held.some(({ delta }) => delta.toSeq > seq);
  }

  dropOldest(): void {
    this.size -= this.held.shift()?.size ?? 0;
  }

  /** All of them, which are not held any more. */
  take(): Told[] {
    const { held } = this;
    this.held = [];
    this.size = 0;
    return held;
  }
}
