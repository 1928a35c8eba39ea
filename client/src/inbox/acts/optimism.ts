import type { ApolloCache } from '@apollo/client';
import {
  NotificationRowFragmentDoc,
  type NotificationFilter,
  type NotificationRowFragment,
} from '../../generated/graphql.ts';
import { serverTime } from '../../browser/server-time.ts';
import { matchesFilter } from '../lists/filter.ts';

const rowFragment = { fragment: NotificationRowFragmentDoc, fragmentName: 'NotificationRow' };

// Only rows are guessed, never counts: two tabs that each add one to a number of their own end up with two wrong numbers.

export function showRead(cache: ApolloCache, id: string, isRead: boolean): void {
  const now = new Date(serverTime()).toISOString();
  cache.updateFragment({ ...rowFragment, id: `Notification:${id}` }, (row) =>
    row ? { ...row, isRead, readAt: isRead ? (row.readAt ?? now) : null } : undefined,
  );
}

/** Which of the loaded rows "mark all as read" would touch. */
export function unreadIds(cache: ApolloCache, upToSeq: number, filter: NotificationFilter): string[] {
  return idsOf(cache, upToSeq, filter, ({ isRead }) => !isRead);
}

/** Which of the loaded rows "archive all" would touch. */
export function archivableIds(cache: ApolloCache, upToSeq: number, filter: NotificationFilter): string[] {
  return idsOf(cache, upToSeq, filter, ({ archivedAt }) => archivedAt === null);
}

function idsOf(
  cache: ApolloCache,
  upToSeq: number,
  filter: NotificationFilter,
  applies: (row: NotificationRowFragment) => boolean,
): string[] {
  return loadedRowIds(cache).flatMap((id) => {
    const row = cache.readFragment({ ...rowFragment, id });
    return row && applies(row) && row.seq <= upToSeq && matchesFilter(row, filter) ? row.id : [];
  });
}

/**
 * Which of the rows still are as the change left them that had this seq: nobody has changed those since. As long as
 * none has come back with it, all that are older.
 */
export function leftAt(cache: ApolloCache, ids: string[], changeSeq: number): string[] {
  const seqOf = (id: string) => cache.readFragment({ ...rowFragment, id: `Notification:${id}` })?.changeSeq;
  const exact = ids.filter((id) => seqOf(id) === changeSeq);
  return exact.length > 0 ? exact : ids.filter((id) => (seqOf(id) ?? Infinity) < changeSeq);
}

/** Shows loaded rows as read where "mark all as read" will have touched them; the exact rows follow with the delta. */
export function showAllRead(
  cache: ApolloCache,
  upToSeq: number,
  filter: NotificationFilter,
  answerSeq = Infinity,
): void {
  const readAt = new Date(serverTime()).toISOString();
  for (const id of loadedRowIds(cache)) {
    cache.updateFragment({ ...rowFragment, id }, (row) => {
      const isNewer = row && (row.seq > upToSeq || row.changeSeq > answerSeq);
      if (!row || row.isRead || isNewer || !matchesFilter(row, filter)) return undefined;
      return { ...row, isRead: true, readAt };
    });
  }
}

/** Shows rows on the other side; one whose delta was faster than the answer is exact already. Gives them as they are. */
export function showArchived(
  cache: ApolloCache,
  ids: string[],
  isArchived: boolean,
  answerSeq = Infinity,
): NotificationRowFragment[] {
  const archivedAt = isArchived ? new Date(serverTime()).toISOString() : null;
  return ids.flatMap((id) => {
    const at = { ...rowFragment, id: `Notification:${id}` };
    cache.updateFragment(at, (row) =>
      row && row.changeSeq < answerSeq ? { ...row, archivedAt } : undefined,
    );
    return cache.readFragment(at) ?? [];
  });
}

function loadedRowIds(cache: ApolloCache): string[] {
  return Object.keys(cache.extract() as Record<string, unknown>).filter((key) =>
    key.startsWith('Notification:'),
  );
}
