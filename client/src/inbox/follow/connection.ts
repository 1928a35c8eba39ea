import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';
import { serverTime } from '../../browser/server-time.ts';
import { ofSession } from '../of-session.ts';

export type ConnectionState = 'live' | 'connecting' | 'offline';

// A hiccup of a moment is nobody's business.
const PATIENCE = 3_000;

/** Whether changes arrive by themselves at this moment; a tiny store, so that components can subscribe to it. */
export class Connection {
  #state: ConnectionState = 'connecting';
  #isLost = false;
  #liveUntil: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor() {
    this.#waitForLoss();
  }

  get = (): ConnectionState => this.#state;

  /** Since a while they do not: what is shown may be out of date. */
  isLost = (): boolean => this.#isLost;

  /** Until when what is shown was up to date (`serverTime()`), while changes do not arrive; undefined: it never was. */
  liveUntil = (): number | undefined => this.#liveUntil;

  set(state: ConnectionState): void {
    if (state === this.#state) return;
    if (this.#state === 'live') this.#liveUntil = serverTime();
    this.#state = state;
    this.#isLost = state === 'offline' || (this.#isLost && state === 'connecting');
    clearTimeout(this.#timer);
    if (state === 'connecting') this.#waitForLoss();
    this.#tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #waitForLoss(): void {
    this.#timer = setTimeout(() => {
      this.#isLost = true;
      this.#tell();
    }, PATIENCE);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const connectionOf = ofSession(() => new Connection());

/** Whether what is shown may be out of date, since changes have not come by themselves for a while. */
export function useIsLineLost(): boolean {
  const connection = connectionOf(useApolloClient());
  return useSyncExternalStore(connection.subscribe, connection.isLost);
}
