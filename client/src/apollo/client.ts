import { ApolloClient } from '@apollo/client';
import { ViewerDocument } from '../generated/inbox.ts';
import { AccessToken, type RefusalReason, type SessionGrant } from './access-token.ts';
import { createCache } from './cache.ts';
import { createInboxClient, httpLink, type InboxClient } from './inbox-client.ts';
import type { KeptInbox } from '../inbox/offline/kept-inbox.ts';
import { startOffline } from '../inbox/offline/start-offline.ts';

/** Everything that belongs to one signed-in session and dies with it. */
export type SessionClient = Omit<InboxClient, 'report' | 'disconnect'>;

/** Our pages come from the server itself. */
const HTTP = '/graphql';

/** For whoever is not signed in yet. */
export function createAnonymousClient(): ApolloClient {
  return new ApolloClient({ cache: createCache(), link: httpLink(HTTP) });
}

/** @param kept what the device has of the inbox, to show it until the server is there */
export function createSessionClient(
  grant: SessionGrant,
  onRefused: (reason: RefusalReason) => void,
  kept?: KeptInbox,
): SessionClient {
  const token = new AccessToken(grant, onRefused);
  const client = createInboxClient({ http: HTTP, socket: () => socketUrl(window.location) }, token);
  const { cache } = client.apollo;
  const viewer = { __typename: 'User', ...grant.viewer };
  cache.writeQuery({ query: ViewerDocument, data: { viewer } });
  if (kept) {
    kept.show(cache);
    client.report(kept.inbox.counts);
  }
  const stopOffline = startOffline(client.apollo, viewer.id);
  return {
    ...client,
    dispose: () => {
      stopOffline();
      token.dispose();
      client.dispose();
    },
  };
}

function socketUrl({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${HTTP}`;
}
