import type { Database, Transaction } from '../platform/postgres/database.ts';
import type { Delta, InboxState } from './delta.ts';
import { inboxColumns, type NotificationRow } from './notification.row.ts';

/** The inbox row, locked by this transaction. */
export interface LockedInbox extends InboxState {
  readonly seenSeq: number;
}

/** What a change did to the rows, told by the rows that came back from it. */
export interface Outcome {
  /** By how much the counters move. */
  readonly unread: number;
  readonly unseen: number;
  readonly upserted: readonly NotificationRow[];
  readonly removedIds: readonly string[];
  /** More rows changed than are told one by one. */
  readonly isTooMuchToTell: boolean;
}

/** Told after the commit. */
export type Announce = (delta: Delta) => void;

/**
 * The frame of every change to one inbox: lock its row, change notifications, move the counters by what came back.
 * The order matters. A statement sees what was committed before it began, not before its wait for a lock ended, so
 * the lock is a statement of its own, and nothing is counted that was not returned by the change itself.
 *
 * @param apply changes rows and gives them `nextSeq` as their change_seq; undefined when there was nothing to change,
 *   which leaves the inbox as it is
 * @returns the counters after it
 */
export async function changeInbox(
  database: Database,
  userId: string,
  announce: Announce,
  apply: (transaction: Transaction, inbox: LockedInbox, nextSeq: number) => Promise<Outcome | undefined>,
): Promise<InboxState> {
  return database.transaction(async (transaction) => {
    const [inbox] = await transaction.query<LockedInbox>(
      `select ${inboxColumns}, i.seen_seq as "seenSeq" from inbox i where i.user_id = $1 for update`,
      [userId],
    );
    if (!inbox) throw new Error('A change was asked for a user without an inbox');
    const toSeq = inbox.seq + 1;
    const outcome = await apply(transaction, inbox, toSeq);
    if (!outcome) return inbox;

    const [counts] = await transaction.query<{ unread: number; unseen: number }>(
      `update inbox set seq = $2, unread = unread + $3, unseen = unseen + $4 where user_id = $1
       returning unread, unseen`,
      [userId, toSeq, outcome.unread, outcome.unseen],
    );
    const changed: InboxState = { id: inbox.id, userId, epoch: inbox.epoch, seq: toSeq, ...counts! };
    transaction.afterCommit(() =>
      announce({
        fromSeq: inbox.seq,
        toSeq,
        inbox: changed,
        upserted: outcome.upserted,
        removedIds: outcome.removedIds,
        hasMore: false,
        resync: outcome.isTooMuchToTell,
      }),
    );
    return changed;
  });
}

/**
 * Where one transaction changes several inboxes: locks all of them before it changes any, in this one call, since the
 * order is the same for everybody.
 */
export async function lockInboxes(transaction: Transaction, userIds: readonly string[]): Promise<void> {
  await transaction.query(
    'select from inbox i where i.user_id = any($1::text[]) order by i.user_id for update',
    [userIds],
  );
}
