import type { ApolloCache } from '@apollo/client';
import {
  InboxDocument,
  NotificationRowFragmentDoc,
  type InboxSummaryFragment,
  type NotificationRowFragment,
} from '../generated/graphql.ts';
import { matchesFilter } from './inbox-filter.ts';
import type { NotificationFilter } from '../generated/graphql.ts';

const rowFragment = { fragment: NotificationRowFragmentDoc, fragmentName: 'NotificationRow' };

/** What the cache normalises by; the generated types leave it out. */
export function typed<T extends object>(__typename: string, fields: T): T & { __typename: string } {
  return { __typename, ...fields };
}

/**
 * The answer we expect to a marking. Only the row is guessed; the counts are the ones we hold, because two tabs that
 * each add one to a number of their own end up with two wrong numbers.
 */
export function expectRow(
  cache: ApolloCache,
  id: string,
  isRead: boolean,
): { notification: NotificationRowFragment; inbox: InboxSummaryFragment } | null {
  const row = cache.readFragment({ ...rowFragment, id: `Notification:${id}` }, true);
  const known = cache.readQuery({ query: InboxDocument }, true);
  if (!row || !known) return null;
  const readAt = isRead ? (row.readAt ?? new Date().toISOString()) : null;
  return typed('NotificationPayload', { notification: { ...row, isRead, readAt }, inbox: known.inbox });
}

/** Shows loaded rows as read where "mark all as read" will have touched them; the exact rows follow with the delta. */
export function showAllRead(
  cache: ApolloCache,
  upToSeq: number,
  filter: NotificationFilter,
  answerSeq: number,
): void {
  const readAt = new Date().toISOString();
  for (const id of loadedRowIds(cache)) {
    cache.updateFragment({ ...rowFragment, id }, (row) => {
      const isNewer = row && (row.seq > upToSeq || row.changeSeq > answerSeq);
      if (!row || row.isRead || isNewer || !matchesFilter(row, filter)) return undefined;
      return { ...row, isRead: true, readAt };
    });
  }
}

function loadedRowIds(cache: ApolloCache): string[] {
  return Object.keys(cache.extract() as Record<string, unknown>).filter((key) =>
    key.startsWith('Notification:'),
  );
}
