import { useCallback } from 'react';
import { guessing } from '../apollo/guessing.ts';
import type { NotificationFilter } from '../generated/graphql.ts';
import {
  useMarkAllAsReadMutation,
  useMarkAsReadMutation,
  useMarkAsUnreadMutation,
} from '../generated/hooks.ts';
import { showAllRead, showRead } from './optimism.ts';

/**
 * Marks at once and undoes it, saying why, when the server does not agree. The promises never reject; they tell
 * whether it worked.
 */
export function useMarking() {
  const [markRead] = useMarkAsReadMutation();
  const [markUnread] = useMarkAsUnreadMutation();
  const [markAll, { client }] = useMarkAllAsReadMutation();
  const { cache } = client;

  const markAsRead = useCallback(
    (id: string) =>
      guessing(
        cache,
        (guess) => showRead(guess, id, true),
        () => markRead({ variables: { id } }),
        'Could not mark as read',
      ),
    [cache, markRead],
  );

  const markAsUnread = useCallback(
    (id: string) =>
      guessing(
        cache,
        (guess) => showRead(guess, id, false),
        () => markUnread({ variables: { id } }),
        'Could not mark as unread',
      ),
    [cache, markUnread],
  );

  const markAllAsRead = useCallback(
    (upToSeq: number, filter: NotificationFilter) =>
      guessing(
        cache,
        (guess) => showAllRead(guess, upToSeq, filter),
        () =>
          markAll({
            variables: { upToSeq, filter },
            update: (written, { data }) =>
              showAllRead(written, upToSeq, filter, data?.markAllAsRead?.inbox.counts.seq),
          }),
        'Could not mark all as read',
      ),
    [cache, markAll],
  );

  return { markAsRead, markAsUnread, markAllAsRead };
}
