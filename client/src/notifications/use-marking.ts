import { useCallback } from 'react';
import { errorText } from '../apollo/error-text.ts';
import type { NotificationFilter } from '../generated/graphql.ts';
import {
  useMarkAllAsReadMutation,
  useMarkAsReadMutation,
  useMarkAsUnreadMutation,
} from '../generated/hooks.ts';
import { InboxDocument } from '../generated/graphql.ts';
import { toastFailure } from '../ui/toast.ts';
import { expectRow, showAllRead, typed } from './optimism.ts';

/**
 * Marks at once and undoes it, saying why, when the server does not agree. The promises never reject; they tell
 * whether it worked.
 */
export function useMarking() {
  const [markRead] = useMarkAsReadMutation();
  const [markUnread] = useMarkAsUnreadMutation();
  const [markAll, { client }] = useMarkAllAsReadMutation();

  const markAsRead = useCallback(
    (id: string) => {
      const markAsRead = expectRow(client.cache, id, true);
      const optimism = markAsRead && { optimisticResponse: { markAsRead } };
      return succeeds(markRead({ variables: { id }, ...optimism }), 'Could not mark as read');
    },
    [client, markRead],
  );

  const markAsUnread = useCallback(
    (id: string) => {
      const markAsUnread = expectRow(client.cache, id, false);
      const optimism = markAsUnread && { optimisticResponse: { markAsUnread } };
      return succeeds(markUnread({ variables: { id }, ...optimism }), 'Could not mark as unread');
    },
    [client, markUnread],
  );

  const markAllAsRead = useCallback(
    (upToSeq: number, filter: NotificationFilter) => {
      const known = client.cache.readQuery({ query: InboxDocument });
      const expected = known && typed('BulkPayload', { affectedCount: 0, inbox: known.inbox });
      const marking = markAll({
        variables: { upToSeq, filter },
        ...(expected && { optimisticResponse: { markAllAsRead: expected } }),
        update: (cache, { data }) => {
          const counts = data?.markAllAsRead?.inbox.counts;
          if (counts) showAllRead(cache, upToSeq, filter, counts.seq);
        },
      });
      return succeeds(marking, 'Could not mark all as read');
    },
    [client, markAll],
  );

  return { markAsRead, markAsUnread, markAllAsRead };
}

async function succeeds(work: Promise<unknown>, failure: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    toastFailure(failure, errorText(error));
    return false;
  }
}
