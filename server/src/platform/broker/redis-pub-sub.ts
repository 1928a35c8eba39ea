import { RedisPubSub as RedisEngine } from 'graphql-redis-subscriptions';
import { Redis, type Cluster } from 'ioredis';
import { PatientSubscriber } from './patient-subscriber.ts';
import type { Listener, PubSub, PubSubSubscription } from './pub-sub.ts';
import { connectRedis } from './redis.ts';

/** Pub/sub between replicas through Redis. Survives any outage of Redis without a restart. */
export class RedisPubSub implements PubSub {
  private readonly publisher: Redis | Cluster;
  private readonly subscriber: PatientSubscriber;
  private readonly engine: RedisEngine;
  private isGathering = false;
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
    this.publisher = connectRedis(urls, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    // No ready check for the subscriber: a SUBSCRIBE that is sent before it would make it fail, and be lost with it.
    const listening = connectRedis(urls, { maxRetriesPerRequest: null, enableReadyCheck: false });
    this.subscriber = new PatientSubscriber(listening, onFailure);
    this.publisher.on('error', onFailure);
    listening.on('error', onFailure);
    this.engine = new RedisEngine({
      publisher: this.publisher,
      subscriber: this.subscriber as unknown as Redis,
      serializer: (message: string) => message,
      deserializer: (message: Buffer | string) => String(message),
    });
  }

  publish(topic: string, message: string): void {
    if (!this.isGathering) this.gatherWrites();
    this.engine.publish(topic, message).catch(this.onFailure);
  }

  /**
   * What is published in one turn of the event loop leaves in one write. ioredis can do that, too; but each of its
   * pipelines has an accessor of its own, and V8 keeps such an object, with all that hangs on it, for a long time.
   */
  private gatherWrites(): void {
    if (!(this.publisher instanceof Redis)) return;
    const { stream } = this.publisher;
    if (!stream) return;
    this.isGathering = true;
    stream.cork();
    setImmediate(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  subscribe(topic: string, listener: Listener): PubSubSubscription {
    let heard = true;
    const id = this.engine.subscribe(topic, (message: string) => {
      if (heard) listener(message);
    });
    return {
      ready: id.then(() => undefined),
      unsubscribe: () => {
        heard = false;
        // Only after Redis has confirmed: the engine would otherwise keep a reference that throws later.
        void id.then((confirmed) => this.engine.unsubscribe(confirmed));
      },
    };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
