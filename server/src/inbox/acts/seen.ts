import type { Database } from '../../platform/postgres/database.ts';
import { emptyDelta, type Announce } from '../delta.ts';
import { countedSql } from '../counted.ts';
import type { InboxState } from '../inbox-state.ts';
import { lockedInboxColumns } from '../notification.row.ts';

/**
 * What stood in the inbox at a seq is not new any more. Read state stays.
 * @returns the counters after it; the inbox gets a seq of its own for it only where they moved
 */
export async function markSeen(
  database: Database,
  userId: string,
  upToSeq: number,
  announce: Announce,
): Promise<InboxState> {
  return database.transaction(async (sql) => {
    // Locked by a statement of its own (lock-inboxes.ts), so that the count sees every commit that touched the inbox.
    const [locked] = await sql.query<InboxState & { seenSeq: number }>(
      `select ${lockedInboxColumns}, i.seen_seq as "seenSeq" from inbox i where i.user_id = $1 for update`,
      [userId],
    );
    if (!locked) throw new Error('A user without an inbox has seen it');
    const { seenSeq: seenBefore, ...inbox } = locked;
    const seenSeq = Math.min(upToSeq, inbox.seq);
    if (seenSeq <= seenBefore) return inbox;
    const [counted] = await sql.query<{ unseen: number }>(
      `select count(*)::int as unseen from notifications n
       where n.user_id = $1 and n.seq > $2 and ${countedSql('n')}`,
      [userId, seenSeq],
    );
    const { unseen } = counted!;
    const toSeq = unseen === inbox.unseen ? inbox.seq : inbox.seq + 1;
    await sql.query(
      `update inbox set seen_seq = $2, unseen = $3, seq = $4, categories = $5, categories_seq = $4
       where user_id = $1`,
      [userId, seenSeq, unseen, toSeq, inbox.categories],
    );
    if (toSeq === inbox.seq) return inbox;
    const changed = { ...inbox, seq: toSeq, unseen };
    sql.afterCommit(() => announce({ ...emptyDelta(changed), fromSeq: inbox.seq }));
    return changed;
  });
}
