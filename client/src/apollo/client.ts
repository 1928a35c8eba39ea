import { ApolloClient, ApolloLink } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import { OperationTypeNode } from 'graphql';
import type { Observable } from 'rxjs';
import { ViewerDocument } from '../generated/graphql.ts';
import { fetchWithTime } from '../browser/server-time.ts';
import { byDocumentId } from './by-document-id.ts';
import { AccessToken, type RefusalReason, type SessionGrant } from './access-token.ts';
import { createAuthLink } from './auth-link.ts';
import { createCache } from './cache.ts';
import { connectionOf, type Connection } from '../inbox/follow/connection.ts';
import { createPageSnapshots, type Snapshot } from '../inbox/follow/snapshots.ts';
import type { createSocket, LiveSocket } from './socket.ts';
import type { KeptInbox } from '../inbox/offline/kept-inbox.ts';
import { startOffline } from '../inbox/offline/start-offline.ts';
import { onWake } from '../browser/wake.ts';

/** Everything that belongs to one signed-in session and dies with it: no cache is ever shared between two users. */
export type SessionClient = {
  apollo: ApolloClient;
  connection: Connection;
  pages: Observable<Snapshot>;
  /**
   * Opens what subscriptions go through. Whoever subscribes brings it along, since no page waits for it.
   * Once it is open, this does nothing.
   */
  connect: (create: typeof createSocket) => void;
  renewToken: () => Promise<string>;
  /** Why the last socket was closed; undefined while none was. */
  closeCode: () => number | undefined;
  dispose: () => void;
};

function httpLink(): BaseHttpLink {
  return new BaseHttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    fetch: byDocumentId(fetchWithTime),
  });
}

/** For whoever is not signed in yet. */
export function createAnonymousClient(): ApolloClient {
  return new ApolloClient({ cache: createCache(), link: httpLink() });
}

/** @param kept what the device has of the inbox, to show it until the server is there */
export function createSessionClient(
  grant: SessionGrant,
  onRefused: (reason: RefusalReason) => void,
  kept?: KeptInbox,
): SessionClient {
  const token = new AccessToken(grant, onRefused);
  let socket: LiveSocket | undefined;
  const live = new ApolloLink((subscription) => {
    if (!socket) throw new Error('Nothing can be subscribed to before connect()');
    return socket.link.request(subscription);
  });
  const stopWaking = onWake(() => socket?.verify());
  const snapshots = createPageSnapshots();
  const cache = createCache();
  const viewer = { __typename: 'User', ...grant.viewer };
  cache.writeQuery({ query: ViewerDocument, data: { viewer } });
  if (kept) {
    kept.show(cache);
    snapshots.report(kept.inbox.counts);
  }
  const apollo = new ApolloClient({
    cache,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      live,
      ApolloLink.from([snapshots.link, createAuthLink(token), httpLink()]),
    ),
  });
  const stopOffline = startOffline(apollo, viewer.id);
  return {
    apollo,
    connection: connectionOf(apollo),
    pages: snapshots.pages,
    connect: (create) => void (socket ??= create(token)),
    renewToken: () => token.renew(),
    closeCode: () => socket?.closeCode(),
    dispose: () => {
      stopWaking();
      stopOffline();
      token.dispose();
      apollo.stop();
      socket?.dispose();
      void apollo.clearStore();
    },
  };
}
