import type { Cluster, Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { PublicError } from './errors.ts';
import { connectRedis } from './redis.ts';

const SILENCE_MS = 1_000;

export interface RateLimitOptions {
  name: string;
  /** How many in a window. */
  points: number;
  seconds: number;
}

/** Limits that all replicas share through Redis; without it, and while it is away, each replica counts for itself. */
export class RateLimits {
  private readonly redis: Redis | Cluster | undefined;

  constructor(redisUrls: string | undefined) {
    if (!redisUrls) return;
    this.redis = connectRedis(redisUrls, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: SILENCE_MS, // it may be gone without a word
    });
    this.redis.on('error', () => undefined); // the pub/sub on the same Redis reports it
  }

  limit({ name, points, seconds }: RateLimitOptions): RateLimit {
    const options = { keyPrefix: `carillon:${name}`, points, duration: seconds };
    const memory = new RateLimiterMemory(options);
    if (!this.redis) return new RateLimit(memory);
    return new RateLimit(
      new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory }),
    );
  }

  close(): void {
    this.redis?.disconnect();
  }
}

export const tooManyAttempts = (retryAfterMs: number) =>
  new PublicError('RATE_LIMITED', 'Too many attempts; wait a little', { retryAfterMs });

export const isRateLimited = (error: unknown): boolean =>
  error instanceof PublicError && error.extensions.code === 'RATE_LIMITED';

export class RateLimit {
  constructor(private readonly limiter: RateLimiterAbstract) {}

  /** Counts one. @throws RATE_LIMITED with `retryAfterMs` beyond the limit */
  async take(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw tooManyAttempts(refusal.msBeforeNext);
    }
  }

  /** Counts one, whatever the limit. @returns how many there are now */
  async add(key: string): Promise<number> {
    return (await this.limiter.penalty(key)).consumedPoints;
  }

  /** Forgets one: it was not what the limit is against. */
  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(key);
  }
}
