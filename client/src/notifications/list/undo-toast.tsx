import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { offerWords } from './act-words.ts';
import { goBack, type Undone } from '../../inbox/acts/go-back.ts';
import { undoOf } from '../../inbox/acts/undo.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { hideToast, showToast } from '../../ui/layers/toast.ts';
import { rowFocusOf, UNDO_TOAST } from '../row/row-focus.ts';
import { isUndoKey } from './undo-key.ts';
import './undo-toast.css';

const TIME_TO_UNDO = 10_000;
const READING_TIME = 4_000;

/**
 * Undoes what was done last in this tab, also when its toast has gone, and leads the focus to what comes back. Several
 * that went while one toast stood come back together. Does nothing where there is nothing, or it was ten minutes ago.
 */
export function undoLast(client: ApolloClient): void {
  undo(client, 'last');
}

function undo(client: ApolloClient, which: 'last' | 'standing'): void {
  const offer = undoOf(client).take(which);
  if (!offer) return;
  rowFocusOf(client).await(offer.ids);
  void goBack(client, offer).then(tellUndone);
}

/** Says what came of it. */
export function tellUndone(undone: Undone): void {
  if (undone) showToast({ id: 'undone', role: 'status', message: undoneWords(undone) }, READING_TIME);
}

function undoneWords({ count, of }: NonNullable<Undone>): string {
  if (count === 0) return 'Nothing to undo: it was changed since, here or on another device';
  return count < of ? `${count} of ${of} undone; the others were changed since` : 'Undone';
}

/** Offers the way back from the last deed. Mounted once, above the routes: it stands when its list is left. */
export function UndoToast(): null {
  const client = useApolloClient();
  useEffect(() => {
    const acts = undoOf(client);
    const show = () => {
      const { standing } = acts;
      if (!standing) return hideToast(UNDO_TOAST);
      const toast = {
        id: UNDO_TOAST,
        role: 'status',
        className: 'undo-toast',
        onClose: () => acts.end(),
        message: (
          <span className="undo-line">
            <span>{offerWords(standing)}</span>
            <Button
              variant="subtle"
              size="small"
              aria-keyshortcuts="Control+Z"
              title="Undo (Ctrl+Z)"
              onClick={() => undo(client, 'standing')}
            >
              Undo
            </Button>
          </span>
        ),
      };
      showToast(toast, TIME_TO_UNDO);
    };
    return acts.subscribe(show);
  }, [client]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isUndoKey(event)) return;
      event.preventDefault();
      undoLast(client);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [client]);
  return null;
}
