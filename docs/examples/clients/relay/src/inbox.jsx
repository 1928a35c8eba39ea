import { useMemo } from 'react';
import {
  graphql,
  useLazyLoadQuery,
  useMutation,
  usePaginationFragment,
  useRefetchableFragment,
  useSubscription,
} from 'react-relay';

/** The inbox, live. */
export function Inbox() {
  const query = useLazyLoadQuery(
    graphql`
      query inboxQuery {
        inbox {
          counts {
            unread
            seq
            epoch
          }
        }
        ...inbox_list
      }
    `,
    {},
  );
  return (
    <>
      <h1>{query.inbox.counts.unread} unread</h1>
      <List query={query} counts={query.inbox.counts} />
    </>
  );
}

function List({ query, counts }) {
  const { data, hasNext, loadNext } = usePaginationFragment(
    graphql`
      fragment inbox_list on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
      @refetchable(queryName: "inboxListQuery") {
        notifications(first: $count, after: $cursor) @connection(key: "inbox_notifications") {
          __id
          edges {
            node {
              id
              ...inbox_row
            }
          }
        }
      }
    `,
    query,
  );
  const { __id, edges } = data.notifications;
  useChanges(__id, counts);
  return (
    <>
      <ul>
        {edges.map(({ node }) => (
          <Row key={node.id} notification={node} />
        ))}
      </ul>
      {hasNext && <button onClick={() => loadNext(2)}>More</button>}
    </>
  );
}

/** Puts what comes to the top of the list, once, and the counters where they are shown. */
function useChanges(list, counts) {
  const config = useMemo(
    () => ({
      subscription: graphql`
        subscription inboxChangesSubscription($afterSeq: Int, $epoch: String, $lists: [ID!]!) {
          inboxChanges(afterSeq: $afterSeq, epoch: $epoch) {
            counts {
              unread
              seq
              epoch
            }
            upserted @prependNode(connections: $lists, edgeTypeName: "NotificationEdge") {
              id
              ...inbox_row
            }
            removedIds @deleteRecord
          }
        }
      `,
      // From where the list was read: nothing that came meanwhile is missed.
      variables: { afterSeq: counts.seq, epoch: counts.epoch, lists: [list] },
      updater: (store) =>
        store
          .getRoot()
          .getLinkedRecord('inbox')
          .getLinkedRecord('counts')
          .copyFieldsFrom(store.getRootField('inboxChanges').getLinkedRecord('counts')),
    }),
    [list],
  );
  useSubscription(config);
}

function Row({ notification }) {
  const [row, refetch] = useRefetchableFragment(
    graphql`
      fragment inbox_row on Notification @refetchable(queryName: "inboxRowQuery") {
        id
        title
        isRead
      }
    `,
    notification,
  );
  const [markAsRead] = useMutation(graphql`
    mutation inboxMarkAsReadMutation($id: ID!) {
      markAsRead(id: $id) {
        notification {
          ...inbox_row
        }
        inbox {
          counts {
            unread
          }
        }
      }
    }
  `);
  return (
    <li>
      {row.title}
      {!row.isRead && <button onClick={() => markAsRead({ variables: { id: row.id } })}>Mark as read</button>}
      <button onClick={() => refetch({}, { fetchPolicy: 'network-only' })}>Ask again</button>
    </li>
  );
}
