import { NetworkStatus, type ApolloClient } from '@apollo/client';
import { useCallback, useMemo } from 'react';
import type { NotificationFilter, NotificationRowFragment } from '../generated/graphql.ts';
import { useInboxQuery, useNotificationsQuery } from '../generated/inbox.ts';
import { inboxFilters, isOnSide, PAGE_SIZE } from './lists/filter.ts';
import { endOf, loadFurther } from './lists/load-further.ts';
import { useArchiving } from './acts/use-archiving.ts';
import { useMarking } from './acts/use-marking.ts';
import { ofSession } from './of-session.ts';
import { useInboxClient } from './use-inbox-client.ts';

type Options = {
  filter?: NotificationFilter;
  skip?: boolean;
  /** How many come at a time. */
  first?: number;
};

const NONE: NotificationRowFragment[] = [];

/**
 * The inbox for a component: a list that loads page by page, and what can be done with it.
 *
 * - `notifications`: newest first. Live changes show by themselves while a `<LiveInbox>` is mounted.
 * - `unreadCount`: the server's number, undefined until it is known. It is never added to or subtracted from here.
 * - `loading`: the first page is on its way and there is nothing to show yet; `isLoadingMore`: a further one is.
 * - `error`: why the list is not there; `retry()` asks again.
 * - `hasMore`, `loadMore()`: the next page; never rejects, tells whether it worked.
 * - `markAsRead(id)`, `markAsUnread(id)`, `markAllAsRead(upToSeq?)`: the rows change at once, and change back with a
 *   toast when the server refuses. They resolve to whether it worked and never reject. `markAllAsRead` touches what
 *   the filter shows and what stood there when the reader looked: up to `upToSeq`, by default the latest known `seq`.
 * - `archive(id)`, `unarchive(id)`, `remove(id)`: the row leaves the list at once, and comes back with a toast when the
 *   server refuses. A toast leads back from archiving and removing; ten minutes later what was removed is gone for good.
 * - `archiveAll(upToSeq?)`: what the filter shows, bounded as `markAllAsRead` is, and undone as one.
 *
 * All of it can be undone (`undoOf`). Snoozing and pinning: `useTriage`.
 *
 * Components with an equal filter share one list.
 */
export function useNotifications({
  filter = inboxFilters.all,
  skip = false,
  first = PAGE_SIZE,
}: Options = {}) {
  const client = useInboxClient();
  const list = useNotificationsQuery({
    client,
    variables: { first, filter },
    skip,
    // What came since a search was last made may have its words.
    fetchPolicy: filter.search ? 'cache-and-network' : 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const counts = useInboxQuery({ client }).data?.inbox.counts;
  const { markAsRead, markAsUnread, markAllAsRead: markAll } = useMarking();
  const { archiveAll, ...archiving } = useArchiving();
  const { fetchMore, refetch, networkStatus } = list;
  const connection = list.data?.notifications;
  const { hasMore, endCursor, lastId, isLong } = endOf(connection);
  const seq = counts?.seq ?? 0;
  const isLoadingMore = networkStatus === NetworkStatus.fetchMore;

  const load = useCallback(
    () =>
      loadFurther({
        client,
        fetchMore,
        filter,
        hasMore: hasMore && !isLoadingMore,
        endCursor,
        lastId,
        isLong,
      }),
    [client, fetchMore, endCursor, lastId, filter, hasMore, isLong, isLoadingMore],
  );

  return {
    // One that is being archived stays in the list until the server agrees; it is not shown meanwhile.
    notifications: useMemo(
      () => connection?.edges.map(({ node }) => node).filter((row) => isOnSide(row, filter)) ?? NONE,
      [connection, filter],
    ),
    counts,
    unreadCount: counts?.unread,
    loading: list.loading && !connection,
    isLoadingMore,
    error: connection ? undefined : list.error,
    hasMore,
    loadMore: useCallback(() => once(client, filter, load), [client, filter, load]),
    retry: useCallback(() => void refetch().catch(() => undefined), [refetch]),
    markAsRead,
    markAsUnread,
    ...archiving,
    markAllAsRead: useCallback((upToSeq: number = seq) => markAll(upToSeq, filter), [markAll, filter, seq]),
    archiveAll: useCallback(
      (upToSeq: number = seq) => archiveAll(upToSeq, filter),
      [archiveAll, filter, seq],
    ),
  };
}

const loadings = ofSession(() => new Map<NotificationFilter, Promise<boolean>>());

/** Whoever wants a page while it is under way waits for that one. */
function once(
  client: ApolloClient,
  filter: NotificationFilter,
  load: () => Promise<boolean>,
): Promise<boolean> {
  const known = loadings(client);
  const loading = known.get(filter) ?? load().finally(() => known.delete(filter));
  known.set(filter, loading);
  return loading;
}
