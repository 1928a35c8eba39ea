import { useMemo } from 'react';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { perform } from './perform.ts';
import { undoOf } from './undo.ts';
import { useInboxClient } from '../use-inbox-client.ts';

/**
 * Out of the inbox, back into it, or deleted: at once, and taken back with the reason when the server does not agree.
 * The promises never reject; they tell whether it worked. All of it can be undone for ten minutes, also when the
 * component that did it is gone: hence no mutation hooks, which end with theirs.
 */
export function useArchiving() {
  const client = useInboxClient();
  return useMemo(
    () => ({
      archive: (id: string) => perform(client, { act: 'ARCHIVE', ids: [id] }, 'toast'),
      archiveAll: (upToSeq: number, filter: NotificationFilter) =>
        perform(client, { act: 'ARCHIVE', upToSeq, filter }, 'toast-when-done'),
      unarchive: (id: string) => {
        undoOf(client).withdraw('ARCHIVE', [id]);
        return perform(client, { act: 'UNARCHIVE', ids: [id] }, 'quiet');
      },
      remove: (id: string) => {
        undoOf(client).withdraw('ARCHIVE', [id]);
        return perform(client, { act: 'DELETE', ids: [id] }, 'toast');
      },
    }),
    [client],
  );
}
