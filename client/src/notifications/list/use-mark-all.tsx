import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { ConfirmDialog } from '../../ui/layers/confirm-dialog.tsx';
import { unreadIds } from '../../inbox/acts/optimism.ts';

/** So many are put back one by one without a noticeable wait. */
const MAX_UNDONE = 20;

type Options = {
  filter: NotificationFilter;
  /** So many the filter lets through; undefined where that is not known. */
  unreadCount: number | undefined;
  /** Marks them; a way back is offered where all of them are loaded. */
  mark: () => void;
};

/** "Mark all as read": at once where it can be undone, and only after a question where it cannot. */
export function useMarkAll({ filter, unreadCount, mark }: Options) {
  const { cache } = useApolloClient();
  const [isAsked, setAsked] = useState(false);
  return {
    markAll: () => {
      const known = unreadIds(cache, Infinity, filter).length;
      if (unreadCount === undefined || known < unreadCount || known > MAX_UNDONE) setAsked(true);
      else mark();
    },
    question: isAsked && (
      <ConfirmDialog
        title={`Mark ${countWords(unreadCount)} as read?`}
        action="Mark all as read"
        tone="primary"
        onConfirm={mark}
        onClose={() => setAsked(false)}
      >
        Afterwards they can be marked as unread one by one only.
      </ConfirmDialog>
    ),
  };
}

function countWords(count: number | undefined): string {
  if (count === undefined) return 'all of these';
  return count === 1 ? '1 notification' : `${count} notifications`;
}
