import type { Sql } from '../platform/database.ts';
import { MOST_ROWS_AT_ONE_SEQ, type ChangeLog, type Delta, type InboxState } from '../live/delta.ts';
import {
  inboxColumns,
  notificationColumns,
  snapshotSql,
  toSnapshot,
  type InboxSnapshot,
  type JoinedRow,
  type NotificationRow,
} from './notification.row.ts';

const ROWS_A_DELTA = 100;

/** What the live path and `inboxChanges` read from PostgreSQL. */
export class InboxChangeLog implements ChangeLog<NotificationRow> {
  constructor(private readonly sql: Sql) {}

  async state(userId: string): Promise<InboxState | undefined> {
    const [inbox] = await this.sql.query<InboxState>(
      `select ${inboxColumns} from inbox i where i.user_id = $1`,
      [userId],
    );
    return inbox;
  }

  /**
   * The changes after a seq, whole seqs only.
   * @param most rows to aim at; more come when one seq has more, and over 200 at one seq is a resync
   */
  async read(userId: string, afterSeq: number, most = ROWS_A_DELTA): Promise<Delta<NotificationRow>> {
    const limit = Math.max(most, MOST_ROWS_AT_ONE_SEQ) + 1;
    const select = `select ${notificationColumns} from notifications n
      where n.user_id = $1 and n.change_seq > $2 order by n.change_seq limit $3`;
    const joined = await this.sql.query<JoinedRow>(snapshotSql(select, 'order by r."changeSeq"'), [
      userId,
      afterSeq,
      limit,
    ]);
    const snapshot = toSnapshot(joined);
    if (!snapshot) throw new Error('Changes were asked for a user without an inbox');
    return toDelta(snapshot, afterSeq, most, snapshot.rows.length === limit);
  }

  async ahead(
    positions: readonly { userId: string; seq: number }[],
  ): Promise<{ userId: string; seq: number }[]> {
    return this.sql.query(
      `select i.user_id as "userId", i.seq from inbox i
       join unnest($1::text[], $2::int[]) known (user_id, seq) on known.user_id = i.user_id
       where i.seq > known.seq`,
      [positions.map(({ userId }) => userId), positions.map(({ seq }) => seq)],
    );
  }
}

function toDelta(
  { inbox, rows }: InboxSnapshot,
  afterSeq: number,
  most: number,
  isCut: boolean,
): Delta<NotificationRow> {
  const { floorSeq, ...state } = inbox;
  const resync: Delta<NotificationRow> = {
    fromSeq: afterSeq,
    toSeq: state.seq,
    inbox: state,
    upserted: [],
    removedIds: [],
    hasMore: false,
    resync: true,
  };
  if (afterSeq > state.seq || afterSeq < floorSeq) return resync;
  const taken = wholeSeqs(rows, most, isCut);
  if (!taken) return resync;
  const hasMore = taken.length < rows.length;
  const toSeq = hasMore ? taken.at(-1)!.changeSeq : state.seq;
  return { ...resync, toSeq, upserted: taken, hasMore, resync: false };
}

/** As many rows as `most` allows without splitting a seq, one seq at least; undefined if that one is over the limit. */
function wholeSeqs(rows: NotificationRow[], most: number, isCut: boolean): NotificationRow[] | undefined {
  if (rows.length <= most && !isCut) return rows;
  let end = Math.min(most, rows.length);
  while (end > 0 && end < rows.length && rows[end - 1]!.changeSeq === rows[end]!.changeSeq) end--;
  if (end > 0 && end < rows.length) return rows.slice(0, end);
  // The first seq alone is more than was asked for.
  const firstSeq = rows[0]!.changeSeq;
  const next = rows.findIndex((row) => row.changeSeq !== firstSeq);
  const size = next === -1 ? rows.length : next;
  if (size > MOST_ROWS_AT_ONE_SEQ) return undefined;
  return rows.slice(0, size);
}
