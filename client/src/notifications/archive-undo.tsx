import type { ApolloClient } from '@apollo/client';
import { Button } from '../ui/button.tsx';
import { toastStore as notifications } from '../ui/toast-store.ts';
import { showToast } from '../ui/toast.ts';
import { focusWhenBack } from './row-focus.ts';

const TOAST = 'archived';
const TIME_TO_UNDO = 12_000;

type Offer = {
  client: ApolloClient;
  ids: string[];
  /** Until all of them are archived: on a slow network the way back could overtake the way there. */
  archived: Promise<unknown>;
  moveBack: (ids: string[]) => void;
};

let offer: Offer | null = null;

/** The way back from the archive: one toast for all that goes there while it stands, however fast that is. */
export function offerUndo(
  client: ApolloClient,
  id: string,
  archived: Promise<unknown>,
  moveBack: Offer['moveBack'],
): void {
  // What somebody else archived, who was signed in here before, is not for this reader.
  const standing = offer?.client === client ? offer : null;
  const others = standing?.ids.filter((known) => known !== id) ?? [];
  offer = { client, ids: [...others, id], archived: Promise.all([standing?.archived, archived]), moveBack };
  show(offer.ids.length);
}

/** It is back, or gone for good, by another way. */
export function withdrawUndo(id: string): void {
  if (!offer?.ids.includes(id)) return;
  offer = { ...offer, ids: offer.ids.filter((known) => known !== id) };
  if (offer.ids.length > 0) show(offer.ids.length);
  else notifications.hide(TOAST);
}

export function undoArchiving(): void {
  if (!offer) return;
  const { ids, archived, moveBack } = offer;
  notifications.hide(TOAST);
  focusWhenBack(ids);
  void archived.then(() => moveBack(ids));
}

function show(count: number): void {
  const toast = {
    id: TOAST,
    role: 'status',
    className: 'undo-toast',
    onClose: () => (offer = null),
    message: (
      <span className="undo-line">
        {count === 1 ? 'Archived' : `${count} archived`}
        <Button variant="subtle" size="small" title="Undo (Z in the list)" onClick={undoArchiving}>
          Undo
        </Button>
      </span>
    ),
  };
  showToast(toast, TIME_TO_UNDO);
}
