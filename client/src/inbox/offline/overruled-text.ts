import type { ApolloCache } from '@apollo/client';
import {
  NotificationRowFragmentDoc,
  type MergeOfflineActsMutation,
  type OverruledBecause,
} from '../../generated/graphql.ts';

type Overruled = NonNullable<MergeOfflineActsMutation['mergeOfflineActs']>['overruled'];

const WHY: Record<OverruledBecause, string> = {
  DELETED: 'It was deleted meanwhile.',
  ARCHIVED: 'It was archived on another device meanwhile.',
  SNOOZED: 'It was snoozed on another device meanwhile.',
  FULL: 'There are 50 pinned notifications already.',
  RESTORED: 'It was brought back on another device meanwhile.',
  GROWN: 'There is more in it than you have seen.',
  CHANGED: 'It was marked otherwise on another device meanwhile.',
  EPOCH: 'The server has been restored meanwhile.',
};

/** In words for the reader, where something stays as it is after all. */
export function overruledText(
  cache: ApolloCache,
  overruled: Overruled,
): { what: string; why: string } | undefined {
  const ids = new Set(overruled.map(({ notificationId }) => notificationId));
  const [first] = overruled;
  if (!first) return undefined;
  if (ids.size > 1) {
    const why = 'They were changed meanwhile, or there is more in them than you have seen.';
    return { what: `${ids.size} notifications stay as they are`, why };
  }
  const row = cache.readFragment({
    id: `Notification:${first.notificationId}`,
    fragment: NotificationRowFragmentDoc,
    fragmentName: 'NotificationRow',
  });
  return { what: row ? `“${row.title}” stays as it is` : 'One stays as it is', why: WHY[first.because] };
}
