import { NetworkStatus } from '@apollo/client';
import { useCallback, useMemo } from 'react';
import { errorText } from './error-text.ts';
import type { NotificationFilter, NotificationRowFragment } from '../generated/graphql.ts';
import { useInboxQuery, useNotificationsQuery } from '../generated/hooks.ts';
import { failuresOf } from './acts/failures.ts';
import { inboxFilters, isOnSide, PAGE_SIZE } from './lists/filter.ts';
import { useArchiving } from './acts/use-archiving.ts';
import { useMarking } from './acts/use-marking.ts';

type Options = { filter?: NotificationFilter; skip?: boolean };

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
 *   server refuses. Archiving shows a toast that leads back; removing is for good, so ask before.
 * - `archiveAll(upToSeq?)`: what the filter shows, bounded as `markAllAsRead` is; it leads back where all of it is
 *   loaded.
 *
 * Components with an equal filter share one list.
 */
export function useNotifications({ filter = inboxFilters.all, skip = false }: Options = {}) {
  const list = useNotificationsQuery({
    variables: { first: PAGE_SIZE, filter },
    skip,
    // What came since a search was last made may have its words.
    fetchPolicy: filter.search ? 'cache-and-network' : 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const { data: inboxData } = useInboxQuery();
  const { markAsRead, markAsUnread, markAllAsRead: markAll } = useMarking();
  const { archiveAll, ...archiving } = useArchiving();
  const { fetchMore, refetch, networkStatus, client } = list;
  const connection = list.data?.notifications;
  const endCursor = connection?.pageInfo.endCursor;
  const hasMore = connection?.pageInfo.hasNextPage ?? false;
  const counts = inboxData?.inbox.counts;
  const seq = counts?.seq ?? 0;
  const isLoadingMore = networkStatus === NetworkStatus.fetchMore;

  const loadMore = useCallback(async () => {
    if (!hasMore || isLoadingMore) return true;
    try {
      await fetchMore({ variables: { after: endCursor } });
      return true;
    } catch (error) {
      // What is loaded stays in place, and so does the button to try again.
      failuresOf(client).tell('Could not load more', errorText(error));
      return false;
    }
  }, [client, fetchMore, endCursor, hasMore, isLoadingMore]);

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
    loadMore,
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
