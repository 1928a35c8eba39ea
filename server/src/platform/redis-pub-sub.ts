import { RedisPubSub as RedisEngine } from 'graphql-redis-subscriptions';
import type { Cluster, Redis } from 'ioredis';
import type { Listener, PubSub, PubSubSubscription } from './pub-sub.ts';
import { connectRedis } from './redis.ts';

/** Pub/sub between replicas through Redis. Survives any outage of Redis without a restart. */
export class RedisPubSub implements PubSub {
  private readonly publisher: Redis | Cluster;
  private readonly subscriber: Redis | Cluster;
  private readonly engine: RedisEngine;
  private closed = false;

  /**
   * @param urls one address, or those of a cluster with commas between
   * @param onFailure hears of connection trouble and of messages that could not be published
   */
  constructor(
    urls: string,
    private readonly onFailure: (error: Error) => void,
  ) {
    // No offline queue for the publisher: hints that are late by an outage would only flood the recovery.
    // What is published in one turn of the event loop leaves in one write.
    this.publisher = connectRedis(urls, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      enableAutoPipelining: true,
    });
    // No ready check for the subscriber: a SUBSCRIBE that is sent before it would make it fail, and be lost with it.
    this.subscriber = connectRedis(urls, { maxRetriesPerRequest: null, enableReadyCheck: false });
    this.publisher.on('error', onFailure);
    this.subscriber.on('error', onFailure);
    this.engine = new RedisEngine({
      publisher: this.publisher,
      subscriber: this.subscriber,
      serializer: (message: string) => message,
      deserializer: (message: Buffer | string) => String(message),
    });
  }

  publish(topic: string, message: string): void {
    this.engine.publish(topic, message).catch(this.onFailure);
  }

  subscribe(topic: string, listener: Listener): PubSubSubscription {
    let heard = true;
    const id = this.engine.subscribe(topic, (message: string) => {
      if (heard) listener(message);
    });
    const ready = id.then(() => undefined);
    ready.catch(this.onFailure);
    return {
      ready,
      unsubscribe: () => {
        heard = false;
        // Only after Redis has confirmed: the engine would otherwise keep a reference that throws later.
        id.then((confirmed) => this.drop(confirmed)).catch(this.onFailure);
      },
    };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  private drop(id: number): void {
    // On a closed connection the engine's UNSUBSCRIBE would reject unheard, and it is superfluous there.
    if (!this.closed) this.engine.unsubscribe(id);
  }
}
