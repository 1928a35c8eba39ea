import { setTimeout as wait } from 'node:timers/promises';
import type { Listener, PubSub, PubSubSubscription } from './pub-sub.ts';

/** How long whoever begins waits for the broker. Without it a look into PostgreSQL, now and then, is what tells them. */
const BROKER_WAIT_MS = 250;

/**
 * Listens to what other replicas say of a topic. Listen first, then look into PostgreSQL: what commits in between is
 * either seen or still to be heard.
 */
export class TopicWatch {
  /** Resolves when the topic is heard, or the broker seems to be away. */
  readonly isHearing: Promise<unknown>;
  private readonly subscription: PubSubSubscription;

  constructor(pubSub: PubSub, topic: string, listener: Listener) {
    this.subscription = pubSub.subscribe(topic, listener);
    this.isHearing = Promise.race([
      this.subscription.ready.catch(() => undefined),
      wait(BROKER_WAIT_MS, undefined, { ref: false }),
    ]);
  }

  stop(): void {
    this.subscription.unsubscribe();
  }
}
