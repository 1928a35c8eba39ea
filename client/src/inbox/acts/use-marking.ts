import { useMemo } from 'react';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { perform } from './perform.ts';
import { useInboxClient } from '../use-inbox-client.ts';

/**
 * Marks at once and takes it back, saying why, when the server does not agree. The promises never reject; they tell
 * whether it worked.
 *
 * - `markAsRead`: by opening it or what it is about; no key undoes what its reader did not do as such.
 * - `mark`: on purpose.
 */
export function useMarking() {
  const client = useInboxClient();
  return useMemo(
    () => ({
      markAsRead: (id: string) => perform(client, { act: 'READ', ids: [id] }, 'never'),
      markAsUnread: (id: string) => perform(client, { act: 'UNREAD', ids: [id] }, 'quiet'),
      mark: (id: string, isRead: boolean) =>
        perform(client, { act: isRead ? 'READ' : 'UNREAD', ids: [id] }, 'quiet'),
      markAllAsRead: (upToSeq: number, filter: NotificationFilter) =>
        perform(client, { act: 'READ', upToSeq, filter }, 'toast-when-done'),
    }),
    [client],
  );
}
