import type { ApolloClient } from '@apollo/client';
import { askAgainWhenBack } from '../../../src/apollo/ask-again.ts';
import { HostToken } from '../../../src/apollo/host-token.ts';
import { createInboxClient, type InboxClient } from '../../../src/apollo/inbox-client.ts';
import { Ladder } from '../../../src/apollo/live/ladder.ts';
import { PerformActionDocument } from '../../../src/generated/acts.ts';
import type { NotificationFilter } from '../../../src/generated/graphql.ts';
import { InboxDocument } from '../../../src/generated/inbox.ts';
import { perform } from '../../../src/inbox/acts/perform.ts';
import { errorCode } from '../../../src/inbox/error-text.ts';
import type { Connection } from '../../../src/inbox/follow/connection.ts';
import { InboxFollower, type InboxChange } from '../../../src/inbox/follow/follower.ts';
import type { Counts } from '../../../src/inbox/lists/counts.ts';
import { inboxFilters } from '../../../src/inbox/lists/filter.ts';
import { isMoment } from '../../../src/inbox/moment.ts';
import type { Meant } from '../../../src/inbox/offline/offline-act.ts';
import { InboxList } from './inbox-list.ts';

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

/** Which list: by default all that is in the inbox. */
export interface ListOptions {
  filter?: NotificationFilter;
  /** How many come at a time: 1 to 100, by default 20. */
  pageSize?: number;
}

/** What to mark: by default all that is in the inbox, up to its latest known `seq`. */
export interface MarkAllOptions {
  filter?: NotificationFilter;
  /** What came to the top after it is left alone. */
  upToSeq?: number;
}

/** What became of an action: `too-late` where somebody else had decided. */
export type ActionResult = 'done' | 'too-late' | 'failed';

/**
 * One reader's inbox. What is done with a notification shows at once in every list, and is taken back where the server does
 * not agree: these promises never reject, they tell whether it worked. Counters are the server's own numbers.
 */
export class Carillon {
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

  /** The counters, as far as they are known. */
  counts(): Counts | undefined {
    return this.apollo.cache.readQuery({ query: InboxDocument })?.inbox.counts;
  }

  /** Asks for the counters, and tells each change of them. @returns what ends it */
  watchCounts(listener: (counts: Counts) => void): () => void {
    const query = this.apollo.watchQuery({ query: InboxDocument });
    const watching = query.subscribe(({ data, dataState }) => {
      if (dataState === 'complete') listener(data.inbox.counts);
    });
    return () => watching.unsubscribe();
  }

  /** A list that loads page by page, newest first. */
  list({ filter = inboxFilters.all, pageSize }: ListOptions = {}): InboxList {
    return new InboxList(this.apollo, filter, pageSize);
  }

  markAsRead(id: string): Promise<boolean> {
    return this.#perform({ act: 'READ', ids: [id] });
  }

  markAsUnread(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNREAD', ids: [id] });
  }

  async markAllAsRead({ filter = inboxFilters.all, upToSeq }: MarkAllOptions = {}): Promise<boolean> {
    const seq = upToSeq ?? this.counts()?.seq;
    return seq === undefined ? false : this.#perform({ act: 'READ', upToSeq: seq, filter });
  }

  archive(id: string): Promise<boolean> {
    return this.#perform({ act: 'ARCHIVE', ids: [id] });
  }

  unarchive(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNARCHIVE', ids: [id] });
  }

  /** Gone for its reader. */
  remove(id: string): Promise<boolean> {
    return this.#perform({ act: 'DELETE', ids: [id] });
  }

  /** @param until in the future and within a year; then it comes back to the top, unread */
  async snooze(id: string, until: Date): Promise<boolean> {
    return isMoment(until) && this.#perform({ act: 'SNOOZE', ids: [id], until: until.toISOString() });
  }

  wake(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNSNOOZE', ids: [id] });
  }

  /** 50 at most. */
  pin(id: string): Promise<boolean> {
    return this.#perform({ act: 'PIN', ids: [id] });
  }

  unpin(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNPIN', ids: [id] });
  }

  /** Does one of the notification's actions. Nothing is guessed: whoever was first decides. */
  async performAction(id: string, actionId: string, comment?: string): Promise<ActionResult> {
    try {
      const variables = { id, actionId, comment: comment ?? null };
      await this.apollo.mutate({ mutation: PerformActionDocument, variables });
      return 'done';
    } catch (error) {
      return errorCode(error) === 'CONFLICT' ? 'too-late' : 'failed';
    }
  }

  /** Ends everything, and forgets what was read. */
  dispose(): void {
    this.#listeners.clear();
    this.#stop?.();
    this.#stop = undefined;
    this.#client.dispose();
  }

  #perform(meant: Meant): Promise<boolean> {
    return perform(this.apollo, meant, 'quiet');
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
