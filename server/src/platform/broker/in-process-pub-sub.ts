import type { Listener, PubSub, PubSubSubscription } from './pub-sub.ts';

/** Pub/sub within this process: enough for one replica without Redis. */
export class InProcessPubSub implements PubSub {
  private readonly listeners = new Map<string, Set<Listener>>();

  publish(topic: string, message: string): void {
    // Not in the publisher's own call stack, as with any broker: its request goes on first.
    setImmediate(() => {
      for (const listener of this.listeners.get(topic) ?? []) listener(message);
    });
  }

  subscribe(topic: string, listener: Listener): PubSubSubscription {
    const own: Listener = (message) => listener(message);
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(own));
    return {
      ready: Promise.resolve(),
      unsubscribe: () => {
        listeners.delete(own);
        if (listeners.size === 0 && this.listeners.get(topic) === listeners) this.listeners.delete(topic);
      },
    };
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }
}
