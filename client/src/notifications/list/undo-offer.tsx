import type { ApolloClient } from '@apollo/client';
import { Button } from '../../ui/buttons/button.tsx';
import { hideToast, showToast } from '../../ui/layers/toast.ts';
import { focusWhenBack } from './row-focus.ts';

const TOAST = 'undo';
const TIME_TO_UNDO = 12_000;

/** What was done, in words; and whether that takes rows away, so that they go one by one and come back together. */
const DEEDS = {
  archived: { words: (count: number) => (count === 1 ? 'Archived' : `${count} archived`), takesAway: true },
  read: { words: (count: number) => `${count} marked as read`, takesAway: false },
};

type Deed = keyof typeof DEEDS;

type Offer = {
  client: ApolloClient;
  deed: Deed;
  ids: string[];
  /** Until all of it is done: on a slow network the way back could overtake the way there. */
  done: Promise<unknown>;
  undo: (ids: string[]) => void;
};

let offer: Offer | null = null;

/** The way back from the last deed: one toast for all that is taken away while it stands, however fast that is. */
export function offerUndo({ ids, done, ...made }: Offer): void {
  // What somebody else did, who was signed in here before, is not for this reader.
  const isOneMore = offer?.client === made.client && offer.deed === made.deed && DEEDS[made.deed].takesAway;
  const standing = isOneMore ? offer : null;
  const others = standing?.ids.filter((known) => !ids.includes(known)) ?? [];
  offer = { ...made, ids: [...others, ...ids], done: Promise.all([standing?.done, done]) };
  show(offer);
}

/** It is undone, or cannot be any more, by another way. */
export function withdrawUndo(deed: Deed, ids: string[]): void {
  if (offer?.deed !== deed || !offer.ids.some((id) => ids.includes(id))) return;
  offer = { ...offer, ids: offer.ids.filter((known) => !ids.includes(known)) };
  if (offer.ids.length > 0) show(offer);
  else hideToast(TOAST);
}

export function undoLast(): void {
  if (!offer) return;
  const { deed, ids, done, undo } = offer;
  hideToast(TOAST);
  if (DEEDS[deed].takesAway) focusWhenBack(ids);
  void done.then(() => undo(ids));
}

function show({ deed, ids }: Offer): void {
  const toast = {
    id: TOAST,
    role: 'status',
    className: 'undo-toast',
    onClose: () => (offer = null),
    message: (
      <span className="undo-line">
        {DEEDS[deed].words(ids.length)}
        <Button variant="subtle" size="small" title="Undo (Z in the list)" onClick={undoLast}>
          Undo
        </Button>
      </span>
    ),
  };
  showToast(toast, TIME_TO_UNDO);
}
