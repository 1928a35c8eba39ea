/** Called with each message of a topic, in the order of its publisher. Must not throw. */
export type Listener = (message: string) => void;

/**
 * Hints between replicas. Delivery is at most once: a message may be lost, late or overtaken, so nobody may depend
 * on one for more than speed. What is true stands in PostgreSQL.
 */
export interface PubSub {
  /** Sends to everyone who listens to the topic now, on any replica. Never throws and never waits; failures are counted. */
  publish(topic: string, message: string): void;

  /**
   * Listens to one topic.
   * @returns the subscription at once; its `ready` resolves when messages published from then on will be heard.
   *   While the broker is away that may take as long as it is away.
   */
  subscribe(topic: string, listener: Listener): PubSubSubscription;

  close(): Promise<void>;
}

export interface PubSubSubscription {
  readonly ready: Promise<void>;
  /** After this the listener is not called any more. */
  unsubscribe(): void;
}
