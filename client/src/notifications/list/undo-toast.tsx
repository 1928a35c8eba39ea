import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { offerWords } from './act-words.ts';
import { goBack, type Undone } from '../../inbox/acts/go-back.ts';
import { undoOf } from '../../inbox/acts/undo.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { hideToast, showToast } from '../../ui/layers/toast.ts';
import { rowFocusOf, UNDO_TOAST } from '../row/row-focus.ts';
import { useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';
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
  if (count === 0) return say('undo.nothing');
  return count < of ? say('undo.some', { count, of }) : say('undo.done');
}

/** Offers the way back from the last deed. Mounted once, above the routes: it stands when its list is left. */
export function UndoToast(): null {
  const client = useApolloClient();
  // Asked for each time: what can be undone is so for ten minutes, and nobody is told when they are over.
  useCommands({
    get undo() {
      return undoOf(client).isEmpty ? undefined : () => undoLast(client);
    },
  });
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
            <UndoButton onClick={() => undo(client, 'standing')} onKey={() => undoLast(client)} />
          </span>
        ),
      };
      showToast(toast, TIME_TO_UNDO);
    };
    return acts.subscribe(show);
  }, [client]);
  return null;
}

function UndoButton({ onClick, onKey }: { onClick: () => void; onKey: () => void }) {
  const say = useWords();
  const hint = useKeyHint('undo');
  const button = useRef<HTMLButtonElement>(null);
  // Also where the toast lies in a dialog that has everything else out of reach.
  useCommands({ undo: onKey }, { around: () => button.current });
  return (
    <Button
      ref={button}
      variant="subtle"
      size="small"
      aria-keyshortcuts={hint.keys}
      title={hint.title(say('notification.undo'))}
      onClick={onClick}
    >
      {say('notification.undo')}
    </Button>
  );
}
