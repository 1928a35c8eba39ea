// Reads an inbox, follows it, and marks as read what comes: typed by what the server says of its schema.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { graphql } from './generated/index.ts';

const { CARILLON = 'http://localhost:4000', TOKEN } = process.env;
const authorization = `Bearer ${TOKEN}`;
const socket = createClient({
  url: `${CARILLON.replace(/^http/, 'ws')}/graphql`,
  connectionParams: { authorization },
});
const client = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(socket),
    new HttpLink({ uri: `${CARILLON}/graphql`, headers: { authorization } }),
  ),
  cache: new InMemoryCache({
    typePolicies: {
      Query: { fields: { notifications: relayStylePagination(['filter']) } },
      // It has no id of its own: a part of the inbox.
      InboxCounts: { merge: true },
    },
  }),
});

const INBOX = graphql(`
  query Inbox($after: String) {
    inbox {
      id
      counts {
        unread
        seq
        epoch
      }
    }
    notifications(first: 2, after: $after) {
      edges {
        node {
          id
          title
          createdAt
          severity
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const FOLLOW = graphql(`
  subscription Follow($afterSeq: Int, $epoch: String) {
    inboxChanges(afterSeq: $afterSeq, epoch: $epoch) {
      upserted {
        id
        title
        isRead
      }
    }
  }
`);
const MARK_AS_READ = graphql(`
  mutation MarkAsRead($id: ID!) {
    markAsRead(id: $id) {
      notification {
        id
        isRead
      }
      inbox {
        id
        counts {
          unread
        }
      }
    }
  }
`);

let list = await readPage(null);
console.log(`unread: ${list.inbox.counts.unread}`);
while (list.notifications.pageInfo.hasNextPage)
  list = await readPage(list.notifications.pageInfo.endCursor ?? null);
for (const { node } of list.notifications.edges) console.log(`${node.title} (${node.severity})`);

/** The whole list as far as it was read: the cache joins the pages. */
async function readPage(after: string | null) {
  const { data } = await client.query({ query: INBOX, variables: { after }, fetchPolicy: 'network-only' });
  return data!;
}

const place = { afterSeq: list.inbox.counts.seq, epoch: list.inbox.counts.epoch };
client.subscribe({ query: FOLLOW, variables: place }).subscribe(async ({ data, error }) => {
  if (error) throw error;
  for (const { id, title, isRead } of data?.inboxChanges.upserted ?? []) {
    if (isRead) continue;
    console.log(`now: ${title}`);
    await client.mutate({ mutation: MARK_AS_READ, variables: { id } });
    // The answer has put the counters into the cache.
    console.log(`unread: ${client.readQuery({ query: INBOX })!.inbox.counts.unread}`);
    if (title === 'Stop') await socket.dispose();
  }
});
