import type { ApolloCache } from '@apollo/client';
import { NotificationRowFragmentDoc } from '../../generated/inbox.ts';
import type { MergeOfflineActsMutation, OverruledBecause } from '../../generated/graphql.ts';
import { say, type PlainKey } from '../../words/words.ts';

type Overruled = NonNullable<MergeOfflineActsMutation['mergeOfflineActs']>['overruled'];

const WHY = {
  DELETED: 'overruled.DELETED',
  ARCHIVED: 'overruled.ARCHIVED',
  SNOOZED: 'overruled.SNOOZED',
  FULL: 'overruled.FULL',
  RESTORED: 'overruled.RESTORED',
  GROWN: 'overruled.GROWN',
  CHANGED: 'overruled.CHANGED',
  EPOCH: 'overruled.EPOCH',
} as const satisfies Record<OverruledBecause, PlainKey>;

/** In words for the reader, where something stays as it is after all. */
export function overruledText(
  cache: ApolloCache,
  overruled: Overruled,
): { what: string; why: string } | undefined {
  const ids = new Set(overruled.map(({ notificationId }) => notificationId));
  const [first] = overruled;
  if (!first) return undefined;
  if (ids.size > 1) {
    return { what: say('overruled.stay', { count: ids.size }), why: say('overruled.several') };
  }
  const row = cache.readFragment({
    id: `Notification:${first.notificationId}`,
    fragment: NotificationRowFragmentDoc,
    fragmentName: 'NotificationRow',
  });
  const what = row ? say('overruled.stays', { title: row.title }) : say('overruled.oneStays');
  return { what, why: say(WHY[first.because]) };
}
