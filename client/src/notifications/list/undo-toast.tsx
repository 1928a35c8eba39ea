import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { undoOf, type Deed } from '../../inbox/acts/undo.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { hideToast, showToast } from '../../ui/layers/toast.ts';
import { rowFocusOf, UNDO_TOAST } from '../row/row-focus.ts';
import './undo-toast.css';

const TIME_TO_UNDO = 12_000;

const WORDS: Record<Deed, (count: number) => string> = {
  archived: (count) => (count === 1 ? 'Archived' : `${count} archived`),
  read: (count) => `${count} marked as read`,
};

/** Goes back from the last deed, and leads the focus to what comes back. */
export function undoLast(client: ApolloClient): void {
  rowFocusOf(client).await(undoOf(client).take());
}

/** Offers the way back from the last deed. Mounted once, above the routes: it stands when its list is left. */
export function UndoToast(): null {
  const client = useApolloClient();
  useCommands({ undo: () => undoLast(client) });
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
            {WORDS[current.deed](current.ids.length)}
            <UndoButton onClick={() => undoLast(client)} />
          </span>
        ),
      };
      showToast(toast, TIME_TO_UNDO);
    };
    return undo.subscribe(show);
  }, [client]);
  return null;
}

function UndoButton({ onClick }: { onClick: () => void }) {
  const hint = useKeyHint('undo');
  const button = useRef<HTMLButtonElement>(null);
  // Also where the toast lies in a dialog that has everything else out of reach.
  useCommands({ undo: onClick }, { around: () => button.current });
  return (
    <Button
      ref={button}
      variant="subtle"
      size="small"
      aria-keyshortcuts={hint.keys}
      title={hint.title('Undo')}
      onClick={onClick}
    >
      Undo
    </Button>
  );
}
