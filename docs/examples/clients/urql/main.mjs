// Reads an inbox, follows it, and marks as read what comes.
import { cacheExchange, Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';

const { CARILLON = 'http://localhost:4000', TOKEN } = process.env;
const authorization = `Bearer ${TOKEN}`;
const socket = createClient({
  url: `${CARILLON.replace(/^http/, 'ws')}/graphql`,
  connectionParams: { authorization },
});
const client = new Client({
  url: `${CARILLON}/graphql`,
  fetchOptions: () => ({ headers: { authorization } }),
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({
          unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink),
        }),
      }),
    }),
  ],
});

const INBOX = gql`
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
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const FOLLOW = gql`
  subscription Follow($afterSeq: Int, $epoch: String) {
    inboxChanges(afterSeq: $afterSeq, epoch: $epoch) {
      upserted {
        id
        title
        isRead
      }
    }
  }
`;
const MARK_AS_READ = gql`
  mutation MarkAsRead($id: ID!) {
    markAsRead(id: $id) {
      inbox {
        id
        counts {
          unread
        }
      }
    }
  }
`;

/** What was refused, or did not come through, is thrown. */
function dataOf({ data, error }) {
  if (error) throw error;
  return data;
}

let place;
for (let after = null, hasNextPage = true; hasNextPage;) {
  const { inbox, notifications } = dataOf(await client.query(INBOX, { after }));
  // What comes while pages are read is told by what follows from the first of them on.
  place ??= { afterSeq: inbox.counts.seq, epoch: inbox.counts.epoch };
  if (after === null) console.log(`unread: ${inbox.counts.unread}`);
  for (const { node } of notifications.edges) console.log(node.title);
  ({ hasNextPage, endCursor: after } = notifications.pageInfo);
}

client.subscription(FOLLOW, place).subscribe(async (result) => {
  for (const { id, title, isRead } of dataOf(result).inboxChanges.upserted) {
    if (isRead) continue;
    console.log(`now: ${title}`);
    const { markAsRead } = dataOf(await client.mutation(MARK_AS_READ, { id }));
    console.log(`unread: ${markAsRead.inbox.counts.unread}`);
    if (title === 'Stop') await socket.dispose();
  }
});
