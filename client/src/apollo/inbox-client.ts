import { ApolloClient, ApolloLink } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import { OperationTypeNode } from 'graphql';
import type { Observable } from 'rxjs';
import { fetchWithTime } from '../browser/server-time.ts';
import { onWake } from '../browser/wake.ts';
import { connectionOf, type Connection } from '../inbox/follow/connection.ts';
import { createPageSnapshots, type Snapshot } from '../inbox/follow/snapshots.ts';
import { createAuthLink } from './auth-link.ts';
import { byDocumentId } from './by-document-id.ts';
import type { Authorisation } from './authorisation.ts';
import { createCache } from './cache.ts';
import { inTime } from './in-time.ts';
import type { Ladder, LadderOptions } from './live/ladder.ts';

/** Where the server is: the page's own origin, or another one. */
export type ServerAddress = Pick<LadderOptions, 'socket' | 'webSocketImpl'> & {
  /** Where it answers GraphQL requests. */
  http: string;
};

/** All through which one reader's inbox is read, changed and followed. No cache is ever shared between two readers. */
export type InboxClient = {
  apollo: ApolloClient;
  connection: Connection;
  pages: Observable<Snapshot>;
  /** Reports at which seq rows were read that came another way. */
  report: (snapshot: Snapshot) => void;
  /**
   * Opens what subscriptions go through. Whoever subscribes brings it along, since no page waits for it.
   * Once it is open, this does nothing.
   */
  connect: (Live: typeof Ladder) => void;
  /** Closes it; it can be opened anew. */
  disconnect: () => void;
  renewToken: () => Promise<string>;
  /** Why the server closed the last socket or stream of events; undefined while it has not. */
  closeCode: () => number | undefined;
  dispose: () => void;
};

export const httpLink = (uri: string): BaseHttpLink =>
  new BaseHttpLink({ uri, credentials: 'same-origin', fetch: byDocumentId(inTime(fetchWithTime)) });

export function createInboxClient({ http, ...address }: ServerAddress, token: Authorisation): InboxClient {
  let live: Ladder | undefined;
  let stopWaking: (() => void) | undefined;
  const subscriptions = new ApolloLink((subscription, forward) => {
    if (!live) throw new Error('Nothing can be subscribed to before connect()');
    return live.link.request(subscription, forward);
  });
  const snapshots = createPageSnapshots();
  const apollo = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      subscriptions,
      ApolloLink.from([snapshots.link, createAuthLink(token), httpLink(http)]),
    ),
  });
  const connection = connectionOf(apollo);
  const connect: InboxClient['connect'] = (Live) => {
    if (live) return;
    live = new Live({ ...address, token, http: () => http, apollo, connection });
    stopWaking = onWake(live.verify);
  };
  const disconnect = () => {
    stopWaking?.();
    live?.dispose();
    live = undefined;
  };
  return {
    apollo,
    connection,
    pages: snapshots.pages,
    report: snapshots.report,
    connect,
    disconnect,
    renewToken: () => token.renew(),
    closeCode: () => live?.closeCode(),
    dispose: () => {
      apollo.stop();
      disconnect();
      void apollo.clearStore();
    },
  };
}
