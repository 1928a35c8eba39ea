import { setTimeout as wait } from 'node:timers/promises';
import { Stream } from '../platform/graphql/stream.ts';
import type { Preferences } from './preferences.reader.ts';

const RETRY_MS = 1_000;

/**
 * One device that follows its user's preferences. It is pulled, never pushed to: all that is kept for a slow one is
 * that something has changed.
 */
export class PreferencesFollower extends Stream<Preferences> {
  private ended = false;
  private isStale = true;
  private wake: (() => void) | undefined;
  /** Undefined before the first. */
  private told: string | null | undefined;

  constructor(
    private readonly read: () => Promise<Preferences>,
    private readonly onEnd: () => void,
  ) {
    super();
  }

  /** Something may have changed. */
  lookAgain(): void {
    this.isStale = true;
    this.wake?.();
  }

  /** Whether it rests on another revision than this one, the newest. */
  isBehind(revision: string | null): boolean {
    return !this.isStale && this.told !== revision;
  }

  async next(): Promise<IteratorResult<Preferences, undefined>> {
    while (!this.ended) {
      const news = this.isStale ? await this.look() : await this.rest();
      if (news && !this.ended) return { value: news, done: false };
    }
    return { value: undefined, done: true };
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.ended) {
      this.ended = true;
      this.wake?.();
      this.onEnd();
    }
    return { value: undefined, done: true };
  }

  private async look(): Promise<Preferences | undefined> {
    this.isStale = false;
    const preferences = await this.read().catch(() => undefined);
    if (!preferences) {
      // PostgreSQL is away: the device stays, and hears when it is back.
      this.isStale = true;
      await wait(RETRY_MS);
    } else if (preferences.revision !== this.told) {
      this.told = preferences.revision;
      return preferences;
    }
    return undefined;
  }

  private rest(): Promise<undefined> {
    return new Promise((resolve) => (this.wake = () => resolve(undefined)));
  }
}
