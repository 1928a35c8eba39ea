import { serverTime } from '../../browser/server-time.ts';
import { ofSession } from '../of-session.ts';

export type ConnectionState = 'live' | 'connecting' | 'offline';

/** How changes come in: each one works in more places than the one before, and is slower or costs more. */
export const TRANSPORTS = ['socket', 'event-stream', 'polling'] as const;
export type Transport = (typeof TRANSPORTS)[number];

// A hiccup of a moment is nobody's business.
const PATIENCE = 3_000;

/** Whether changes arrive by themselves at this moment; a tiny store, so that components can subscribe to it. */
export class Connection {
  #state: ConnectionState = 'connecting';
  #transport: Transport = 'socket';
  #isLost = false;
  #liveUntil: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor() {
    this.#waitForLoss();
  }

  get = (): ConnectionState => this.#state;

  /** By what they arrive, or are to: polls come every 15 seconds, and every minute while the page is not looked at. */
  transport = (): Transport => this.#transport;

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

  use(transport: Transport): void {
    if (transport === this.#transport) return;
    this.#transport = transport;
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
