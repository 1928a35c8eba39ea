import type { ApolloClient } from '@apollo/client';
import { askAgainWhenBack } from '../../../src/apollo/ask-again.ts';
import { HostToken } from '../../../src/apollo/host-token.ts';
import { createInboxClient, type InboxClient } from '../../../src/apollo/inbox-client.ts';
import { Ladder } from '../../../src/apollo/live/ladder.ts';
import type { Connection } from '../../../src/inbox/follow/connection.ts';
import { InboxFollower, type InboxChange } from '../../../src/inbox/follow/follower.ts';

/** Where the inbox is, and whose. */
export interface CarillonOptions {
  /**
   * The server's address: `https://carillon.example.com`, or a path of the page's own origin: `/carillon`. Of a page, its
   * origin stands in the server's `ALLOWED_ORIGINS`.
   */
  url: string;
  /**
   * A token of the reader, signed for the server (its claims: `sub`, and `name`, `email`, `role` if you like). Asked for
   * when one is needed, when it ends within half a minute, and when the server refuses it. Whoever has no token now throws,
   * and is asked again later.
   */
  getToken: () => string | Promise<string>;
  /** In the place of the global `WebSocket`, where there is none: Node 20. */
  webSocketImpl?: unknown;
}

/** One reader's inbox: the client by which it is read, and what keeps that up to date. */
export class FollowedInbox {
  #client: InboxClient;
  #listeners = new Set<{ tell: (change: InboxChange) => void }>();
  #stop: (() => void) | undefined;

  /** @throws TypeError where it is no address, or `getToken` no function */
  constructor({ url, getToken, webSocketImpl }: CarillonOptions) {
    const http = httpAddress(url);
    if (typeof getToken !== 'function') throw new TypeError('getToken is no function');
    const address = {
      http,
      socket: () => socketAddress(http),
      ...(webSocketImpl !== undefined && { webSocketImpl }),
    };
    this.#client = createInboxClient(address, new HostToken(getToken));
  }

  /** For whatever else is to be asked of the server; its cache is this inbox's own. */
  get apollo(): ApolloClient {
    return this.#client.apollo;
  }

  /** Whether changes come by themselves now, and by what: `get()`, `transport()` and `subscribe(listener)`. */
  get connection(): Pick<Connection, 'get' | 'isLost' | 'subscribe' | 'transport'> {
    return this.#client.connection;
  }

  /**
   * Follows the inbox: everything that is read here stays up to date, without a gap, also after hours without a network.
   * However many follow, there is one socket, until the last has stopped; where sockets are blocked a stream of events, and
   * where that is held back a poll every 15 seconds.
   * @param onChange told of each change after it was written
   * @returns what ends it
   */
  follow(onChange: (change: InboxChange) => void = () => undefined): () => void {
    const listener = { tell: onChange };
    this.#listeners.add(listener);
    this.#stop ??= this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  }

  /** Ends everything, and forgets what was read. */
  dispose(): void {
    this.#listeners.clear();
    this.#stop?.();
    this.#stop = undefined;
    this.#client.dispose();
  }

  #start(): () => void {
    this.#client.connect(Ladder);
    const stopAsking = askAgainWhenBack(this.#client);
    const follower = new InboxFollower(this.#client, (change) => {
      for (const { tell } of this.#listeners) tellApart(() => tell(change));
    });
    const stopFollowing = follower.start();
    return () => {
      stopFollowing();
      stopAsking();
      this.#client.disconnect();
    };
  }
}

/** What one of the host's own does wrong is its own trouble: others are told all the same, and told further. */
function tellApart(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Where requests go. A name without its `https://` would be taken for a file beside the page. */
function httpAddress(url: unknown): string {
  const address = String(url);
  const isKnown = /^https?:\/\//i.test(address) ? URL.canParse(address) : /^\/(?!\/)/.test(address);
  if (!isKnown) throw new TypeError(`url is no http(s):// address, nor a path: ${address}`);
  return `${address.replace(/\/+$/, '')}/graphql`;
}

/** The same place, for sockets. */
function socketAddress(http: string): string {
  const base = (globalThis.location as Location | undefined)?.href;
  const address = new URL(http, base);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
}
