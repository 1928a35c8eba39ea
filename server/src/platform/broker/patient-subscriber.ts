import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster, Redis } from 'ioredis';

const RETRY_MS = 1_000;

/**
 * Stands between graphql-redis-subscriptions and its connection, since the library hears no promise of its commands:
 * one that Redis refuses would end the process as an unhandled rejection, and would never be sent again.
 */
export class PatientSubscriber {
  private closed = false;

  constructor(
    private readonly redis: Redis | Cluster,
    private readonly onFailure: (error: Error) => void,
  ) {}

  on(event: 'message' | 'pmessage', listener: (...values: string[]) => void): this {
    this.redis.on(event, listener);
    return this;
  }

  /** Calls `done` once Redis has confirmed, however often it takes. */
  subscribe(topic: string, done: () => void): void {
    void this.insist(topic).then((isConfirmed) => isConfirmed && done());
  }

  unsubscribe(topic: string): void {
    if (!this.closed) Promise.resolve(this.redis.unsubscribe(topic)).catch(this.onFailure);
  }

  /** The library sends it with every UNSUBSCRIBE; there are no patterns here. */
  punsubscribe(): void {}

  disconnect(): void {
    this.closed = true;
    this.redis.disconnect();
  }

  private async insist(topic: string): Promise<boolean> {
    while (!this.closed) {
      try {
        await this.redis.subscribe(topic);
        return true;
      } catch (error) {
        if (this.closed) break;
        this.onFailure(error as Error);
        await wait(RETRY_MS, undefined, { ref: false });
      }
    }
    return false;
  }
}
