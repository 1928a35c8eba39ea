import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { archivableIds, unreadIds } from '../../inbox/acts/optimism.ts';
import { ConfirmDialog } from '../../ui/layers/confirm-dialog.tsx';
import { useWords } from '../../words/use-words.tsx';

/** So many are put back without a noticeable wait. */
const MAX_UNDONE = 20;

const KINDS = {
  read: {
    loadedIds: unreadIds,
    allTitle: 'notification.readAllTitle',
    title: 'notification.readTitle',
    action: 'notification.markAllAsRead',
    afterwards: 'notification.readAfterwards',
  },
  archive: {
    loadedIds: archivableIds,
    allTitle: 'notification.archiveAllTitle',
    title: 'notification.archiveTitle',
    action: 'notification.archiveAll',
    afterwards: 'notification.archiveAfterwards',
  },
} as const;

type Options = {
  kind: keyof typeof KINDS;
  filter: NotificationFilter;
  /** So many of what the filter lets through it will change; undefined where that is not known. */
  count: number | undefined;
  /** Does it; a way back is offered where all of them are loaded. */
  act: () => void;
};

/** One act upon all of a list: at once where it can be undone, and only after a question where it cannot. */
export function useBulkAct({ kind, filter, count, act }: Options) {
  const say = useWords();
  const { cache } = useApolloClient();
  // As it stood when the question was asked: what comes while it stands is spared.
  const [asked, setAsked] = useState<Pick<Options, 'count' | 'act'> | null>(null);
  const { loadedIds, allTitle, title, action, afterwards } = KINDS[kind];
  return {
    begin: () => {
      const known = loadedIds(cache, Infinity, filter).length;
      if (count === undefined || known < count || known > MAX_UNDONE) setAsked({ count, act });
      else act();
    },
    question: asked && (
      <ConfirmDialog
        title={asked.count === undefined ? say(allTitle) : say(title, { count: asked.count })}
        action={say(action)}
        tone="primary"
        onConfirm={asked.act}
        onClose={() => setAsked(null)}
      >
        {say(afterwards)}
      </ConfirmDialog>
    ),
  };
}
