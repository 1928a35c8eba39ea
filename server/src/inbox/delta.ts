import type { InboxState } from './inbox-state.ts';
import type { NotificationRow } from './notification.row.ts';

/** What changed in one inbox after `fromSeq`, up to and with `toSeq`. */
export interface Delta {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly inbox: InboxState;
  /** Current rows, by their last change. */
  readonly upserted: readonly NotificationRow[];
  readonly removedIds: readonly string[];
  /** More follows after `toSeq`. */
  readonly hasMore: boolean;
  /** The rows cannot be told one by one: whoever follows must read pages anew and go on from `inbox.seq`. */
  readonly resync: boolean;
  /** When it was committed, in ms since 1970; only where it was announced. */
  readonly committedAt?: number;
}

/** Tells whoever follows an inbox of a committed change. */
export type Announce = (delta: Delta) => void;

/** The same for one change of very many inboxes, hardly any of which is followed. */
export interface AnnounceMany {
  /** Who of these is followed by this replica: of the others no delta is needed. */
  readonly followed: (userIds: readonly string[]) => string[];
  /** @param userIds all of them; @param deltas those of the followed */
  readonly announce: (userIds: readonly string[], deltas: readonly Delta[]) => void;
}

/** More rows than this at one seq are not told one by one. */
export const MAX_ROWS_AT_ONE_SEQ = 200;
/** Rows that are longer together are told in several deltas, and at one seq not one by one: sockets have room for 1 MB. */
export const MAX_DELTA_SIZE = 256 * 1024;

/** Tells whoever stands at `fromSeq` to read pages and go on from where the inbox is. */
export const resyncDelta = (inbox: InboxState, fromSeq: number): Delta => ({
  ...emptyDelta(inbox),
  fromSeq,
  resync: true,
});

export const emptyDelta = (inbox: InboxState): Delta => ({
  fromSeq: inbox.seq,
  toSeq: inbox.seq,
  inbox,
  upserted: [],
  removedIds: [],
  hasMore: false,
  resync: false,
});

/** Whether a reader who says they are of this epoch, or says nothing, can go on with the delta. */
export const isOfEpoch = ({ inbox }: Delta, epoch: string | null | undefined): boolean =>
  epoch == null || epoch === inbox.epoch;
