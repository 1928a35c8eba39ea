import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { undoOf, type Deed } from '../../inbox/acts/undo.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { hideToast, showToast } from '../../ui/layers/toast.ts';
import { rowFocusOf, UNDO_TOAST } from '../row/row-focus.ts';
import { say } from '../../words/words.ts';
import './undo-toast.css';

const TIME_TO_UNDO = 12_000;

const WORDS = {
  archived: 'notification.archivedCount',
  read: 'notification.readCount',
} as const satisfies Record<Deed, string>;

/** Goes back from the last deed, and leads the focus to what comes back. */
export function undoLast(client: ApolloClient): void {
  rowFocusOf(client).await(undoOf(client).take());
}

/** Offers the way back from the last deed. Mounted once, above the routes: it stands when its list is left. */
export function UndoToast(): null {
  const client = useApolloClient();
  useEffect(() => {
    const undo = undoOf(client);
    const show = () => {
      const { current } = undo;
      if (!current) return hideToast(UNDO_TOAST);
      const toast = {
        id: UNDO_TOAST,
        role: 'status',
        className: 'undo-toast',
        onClose: () => undo.end(),
        message: (
          <span className="undo-line">
            {say(WORDS[current.deed], { count: current.ids.length })}
            <Button
              variant="subtle"
              size="small"
              title={say('notification.undoHint')}
              onClick={() => undoLast(client)}
            >
              {say('notification.undo')}
            </Button>
          </span>
        ),
      };
      showToast(toast, TIME_TO_UNDO);
    };
    return undo.subscribe(show);
  }, [client]);
  return null;
}
