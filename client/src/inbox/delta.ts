import type { ApolloCache } from '@apollo/client';
import { InboxDocument, NotificationRowFragmentDoc } from '../generated/inbox.ts';
import type { DeltaFieldsFragment, NotificationRowFragment } from '../generated/graphql.ts';
import { placeRows } from './lists/lists.ts';

export type InboxDelta = DeltaFieldsFragment;

/**
 * Brings the cache from `delta.fromSeq` to `delta.toSeq`. Rows are current states, so applying a delta twice, or after
 * a newer one, does no harm: a row is written only if it is not older than the one that is held.
 */
export function applyDelta(cache: ApolloCache, delta: InboxDelta): void {
  cache.batch({
    update: (batch) => {
      const rows = delta.upserted.filter((row) => !isOvertaken(batch, row));
      for (const row of rows) {
        batch.writeFragment({
          fragment: NotificationRowFragmentDoc,
          fragmentName: 'NotificationRow',
          data: row,
        });
      }
      forgetRows(batch, delta.removedIds);
      placeRows(batch, rows, delta.fromSeq);
      writeCounts(batch, delta.counts);
    },
  });
}

/** Gone for good: lists skip what they can no longer read. */
export function forgetRows(cache: ApolloCache, ids: string[]): void {
  for (const id of ids) {
    // Field by field, which unlike an eviction also works in an optimistic layer, and is taken back with it.
    cache.modify({ id: `Notification:${id}`, fields: (_, { DELETE }) => DELETE as never });
  }
}

/** What came to the top with this delta and waits to be read: worth telling the reader about. */
export function arrivalsOf(delta: InboxDelta, afterSeq: number): NotificationRowFragment[] {
  return delta.upserted
    .filter(
      ({ seq, isRead, archivedAt, snoozedUntil }) =>
        seq > afterSeq && !isRead && !archivedAt && !snoozedUntil,
    )
    .sort((a, b) => b.seq - a.seq);
}

function isOvertaken(cache: ApolloCache, row: NotificationRowFragment): boolean {
  const held = cache.readFragment({
    id: `Notification:${row.id}`,
    fragment: NotificationRowFragmentDoc,
    fragmentName: 'NotificationRow',
  });
  return held !== null && held.changeSeq > row.changeSeq;
}

// The merge of InboxCounts decides whether these are news; nothing is ever added up here.
function writeCounts(cache: ApolloCache, counts: InboxDelta['counts']): void {
  const known = cache.readQuery({ query: InboxDocument });
  if (known) cache.writeQuery({ query: InboxDocument, data: { inbox: { ...known.inbox, counts } } });
}
