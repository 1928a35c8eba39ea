export type ConnectionState = 'live' | 'connecting' | 'offline';

/** Whether changes arrive by themselves at this moment; a tiny store, so that components can subscribe to it. */
export class Connection {
  #state: ConnectionState = 'connecting';
  #listeners = new Set<() => void>();

  get = (): ConnectionState => this.#state;

  set(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
