import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import type { Observable } from 'rxjs';
import { ViewerDocument } from '../generated/graphql.ts';
import { fetchWithTime } from '../browser/server-time.ts';
import { AccessToken, type RefusalReason, type SessionGrant } from './access-token.ts';
import { createAuthLink } from './auth-link.ts';
import { createCache } from './cache.ts';
import { connectionOf, type Connection } from '../inbox/follow/connection.ts';
import { createPageSnapshots, type Snapshot } from '../inbox/follow/snapshots.ts';
import { createSocket } from './socket.ts';
import { onWake } from '../browser/wake.ts';

/** Everything that belongs to one signed-in session and dies with it: no cache is ever shared between two users. */
export type SessionClient = {
  apollo: ApolloClient;
  connection: Connection;
  pages: Observable<Snapshot>;
  renewToken: () => Promise<string>;
  /** Why the last socket was closed; undefined while none was. */
  closeCode: () => number | undefined;
  dispose: () => void;
};

function httpLink(): HttpLink {
  return new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchWithTime });
}

/** For whoever is not signed in yet. */
export function createAnonymousClient(): ApolloClient {
  return new ApolloClient({ cache: createCache(), link: httpLink() });
}

export function createSessionClient(
  grant: SessionGrant,
  onRefused: (reason: RefusalReason) => void,
): SessionClient {
  const token = new AccessToken(grant, onRefused);
  const { client: socket, verify, dispose } = createSocket(token);
  const stopWaking = onWake(verify);
  let closeCode: number | undefined;
  socket.on('connecting', () => {
    closeCode = undefined;
  });
  socket.on('closed', (event) => {
    closeCode = (event as CloseEvent).code;
  });
  const snapshots = createPageSnapshots();
  const cache = createCache();
  const viewer = { __typename: 'User', ...grant.viewer };
  cache.writeQuery({ query: ViewerDocument, data: { viewer } });
  const apollo = new ApolloClient({
    cache,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      ApolloLink.from([snapshots.link, createAuthLink(token), httpLink()]),
    ),
  });
  return {
    apollo,
    connection: connectionOf(apollo),
    pages: snapshots.pages,
    renewToken: () => token.renew(),
    closeCode: () => closeCode,
    dispose: () => {
      stopWaking();
      token.dispose();
      apollo.stop();
      dispose();
      void apollo.clearStore();
    },
  };
}
