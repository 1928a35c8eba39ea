import { ApolloClient, ApolloLink } from '@apollo/client';
import { createCache } from '../src/apollo/cache.ts';
import type { SessionClient } from '../src/apollo/client.ts';
import { connectionOf } from '../src/inbox/follow/connection.ts';
import { createPageSnapshots } from '../src/inbox/follow/snapshots.ts';
import type { FakeInbox } from './fake-inbox.ts';

/** The client of a session as in production, with the fake inbox in the place of network and token. */
export function sessionClient(inbox: FakeInbox): SessionClient {
  const snapshots = createPageSnapshots();
  const apollo = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([snapshots.link, inbox.link]),
  });
  return {
    apollo,
    connection: connectionOf(apollo),
    pages: snapshots.pages,
    connect: () => undefined,
    renewToken: () => Promise.resolve(''),
    closeCode: () => undefined,
    dispose: () => apollo.stop(),
  };
}
