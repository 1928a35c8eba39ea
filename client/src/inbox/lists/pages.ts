import type { ApolloClient } from '@apollo/client';
import type { Snapshot } from '../follow/snapshots.ts';
import { MissedChangesDocument } from '../../generated/follow.ts';
import { InboxDocument, NotificationsDocument } from '../../generated/inbox.ts';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { applyDelta } from '../delta.ts';
import { PAGE_SIZE } from './filter.ts';
import { forgetNarrowed, storedFilters } from './lists.ts';

/**
 * Reads the first page of every list that is held from the network; what was loaded of them before is dropped. A list
 * that is narrowed, of which there may be many, is held no longer when nobody looks at it.
 */
export async function rereadLists(apollo: ApolloClient): Promise<Snapshot[]> {
  forgetNarrowed(apollo.cache, filtersInView(apollo));
  const answers = await Promise.all(
    storedFilters(apollo.cache).map((filter) =>
      apollo.query({
        query: NotificationsDocument,
        variables: { first: PAGE_SIZE, ...(filter && { filter }) },
        fetchPolicy: 'network-only',
      }),
    ),
  );
  return answers.flatMap(({ data }) => data?.notifications.inbox.counts ?? []);
}

function filtersInView(apollo: ApolloClient): NotificationFilter[] {
  return [...apollo.getObservableQueries()].flatMap(({ queryName, variables }) =>
    queryName === 'Notifications' ? (variables['filter'] as NotificationFilter) : [],
  );
}

/** Where to follow the inbox from, so that nothing since the oldest of these pages is missed. */
export async function startingPoint(apollo: ApolloClient, pages: Snapshot[]): Promise<Snapshot> {
  const { data } = await apollo.query({ query: InboxDocument, fetchPolicy: 'network-only' });
  if (!data) throw new Error('The inbox could not be read');
  const { epoch, seq } = data.inbox.counts;
  const older = pages.filter((page) => page.epoch === epoch).map((page) => page.seq);
  return { epoch, seq: Math.min(seq, ...older) };
}

/** Applies what changed since a page was read. Answers false when the server cannot tell any more. */
export async function repairSince(
  apollo: ApolloClient,
  page: Snapshot,
  signal: AbortSignal,
): Promise<boolean> {
  for (let afterSeq = page.seq, hasMore = true; hasMore && !signal.aborted;) {
    const { data } = await apollo.query({
      query: MissedChangesDocument,
      variables: { afterSeq, epoch: page.epoch },
      fetchPolicy: 'no-cache',
    });
    if (!data || data.inboxChanges.resync) return false;
    applyDelta(apollo.cache, data.inboxChanges);
    hasMore = data.inboxChanges.hasMore && data.inboxChanges.toSeq > afterSeq;
    afterSeq = data.inboxChanges.toSeq;
  }
  return true;
}
