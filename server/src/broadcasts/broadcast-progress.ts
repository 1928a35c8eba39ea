import { setTimeout as pause } from 'node:timers/promises';
import { Stream } from '../platform/graphql/stream.ts';
import { BroadcastState, type Broadcast } from './broadcast.ts';

/** Between two states that are told. */
const PACE_MS = 250;
/** Where nothing is heard of it: the broker may be away. */
const LOOK_EVERY_MS = 2_000;
/** PostgreSQL does not say: there is nothing to tell, and it has not ended for that. */
const AWAY = Symbol('away');

/** Hears that it has changed, until it is stopped. */
export interface Hints {
  /** Resolves when hints are heard, or the broker seems to be away. */
  readonly isHearing: Promise<unknown>;
  stop(): void;
}

/** One who follows a broadcast: its state at once, then a few times a second what has become of it, and its end. */
export class BroadcastProgress extends Stream<Broadcast> {
  private readonly hints: Hints;
  private hasEnded = false;
  private hasLooked = false;
  private isStale = true;
  private wake: (() => void) | undefined;
  private told: Broadcast | undefined;

  /** @param read undefined once it is not there any more */
  constructor(
    private readonly read: () => Promise<Broadcast | undefined>,
    listen: (onHint: () => void) => Hints,
  ) {
    super();
    this.hints = listen(() => {
      this.isStale = true;
      this.wake?.();
    });
  }

  async next(): Promise<IteratorResult<Broadcast, undefined>> {
    await this.hints.isHearing;
    while (!this.hasEnded) {
      if (this.told && this.told.state !== BroadcastState.RUNNING) break;
      if (this.hasLooked) await this.rest();
      this.hasLooked = true;
      this.isStale = false;
      const found = await this.read().catch((): typeof AWAY => AWAY);
      if (found === AWAY) continue;
      if (!found) break;
      if (!this.hasEnded && isNews(found, this.told)) return { value: (this.told = found), done: false };
    }
    return this.return();
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.hints.stop();
      this.wake?.();
    }
    return { value: undefined, done: true };
  }

  private async rest(): Promise<void> {
    await pause(PACE_MS);
    if (this.isStale || this.hasEnded) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS - PACE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }
}

const isNews = ({ done, state }: Broadcast, told: Broadcast | undefined): boolean =>
  done !== told?.done || state !== told.state;
