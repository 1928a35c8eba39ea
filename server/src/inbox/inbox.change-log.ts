import { MAX_DELTA_SIZE, MAX_ROWS_AT_ONE_SEQ, resyncDelta, type Delta } from './delta.ts';
import type { InboxState, Position } from './inbox-state.ts';
import { sizeOf } from './row-size.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { Groups } from '../platform/postgres/groups.ts';
import {
  currentEpoch,
  inboxColumns,
  notificationColumns,
  snapshotSql,
  toSnapshot,
  type InboxSnapshot,
  type JoinedRow,
  type NotificationRow,
} from './notification.row.ts';

const ROWS_A_DELTA = 100;
const INBOXES_A_QUERY = 500;
const ID_SIZE = 40;

/** The truth that the live path hastens, and what `inboxChanges` tells: what PostgreSQL knows of inboxes. */
export class InboxChangeLog {
  constructor(private readonly sql: Sql) {}

  /** Where the inbox stands now; undefined where there is none. */
  state(userId: string): Promise<InboxState | undefined> {
    return this.states.add(userId);
  }

  /** When a replica has gone, all of its readers come to another at the same moment. */
  private readonly states = new Groups<string, InboxState | undefined>(
    async (userIds) => {
      const inboxes = await this.sql.query<InboxState>(
        `select ${inboxColumns} from inbox i where i.user_id = any($1)`,
        [userIds],
      );
      const byUser = new Map(inboxes.map((inbox) => [inbox.userId, inbox]));
      return userIds.map((userId) => byUser.get(userId));
    },
    { most: INBOXES_A_QUERY, inFlight: 2, isForAll: () => true },
  );

  /**
   * The changes after a seq, whole seqs only.
   * @param most rows to aim at, 256 kB of them; more come when one seq has more, and over 200 or 256 kB at one seq is
   *   a resync
   */
  async read(userId: string, afterSeq: number, most = ROWS_A_DELTA): Promise<Delta> {
    const limit = Math.max(most, MAX_ROWS_AT_ONE_SEQ) + 1;
    const joined = await this.sql.query<JoinedRow>(snapshotSql(CHANGES, 'order by r."changeSeq"'), [
      userId,
      afterSeq,
      limit,
    ]);
    const snapshot = toSnapshot(joined);
    if (!snapshot) throw new Error('Changes were asked for a user without an inbox');
    return toDelta(snapshot, afterSeq, most, snapshot.rows.length === limit);
  }

  /**
   * Of these inboxes and positions, those that have moved on or are in another epoch; one query, however many.
   * Asked all the time, and for everybody here, so in few and short texts: an array pg would put together of many
   * pieces, and by far the most positions are of one epoch.
   */
  async ahead(positions: readonly Position[]): Promise<Position[]> {
    const epochs = new Set(positions.map(({ epoch }) => epoch));
    const found: Position[] = [];
    for (const asked of epochs) {
      const known: [string, number][] = [];
      for (const { userId, epoch, seq } of positions) if (epoch === asked) known.push([userId, seq]);
      found.push(...(await this.sql.query<Position>(AHEAD, [JSON.stringify(known), asked])));
    }
    return found;
  }
}

const AHEAD = `
  select i.user_id as "userId", ${currentEpoch}, i.seq
  from json_array_elements($1) known join inbox i on i.user_id = known ->> 0
  where i.seq > (known ->> 1)::int or $2::uuid <> (select value from epoch)`;

// Changed rows, and what is left of removed ones: an id, a seq, and no title.
const CHANGES = `
  select * from (
    (select ${notificationColumns} from notifications n
     where n.user_id = $1 and n.change_seq > $2 order by n.change_seq limit $3)
    union all
    (select t.notification_id, t.user_id, t.change_seq, t.change_seq, null, null, null, null, null, null, null, null,
       null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
       null, null, null, null from tombstones t
     where t.user_id = $1 and t.change_seq > $2 order by t.change_seq limit $3)
  ) n order by n."changeSeq" limit $3`;

const isRemoved = (row: NotificationRow): boolean => row.title === null;

function toDelta({ inbox, rows }: InboxSnapshot, afterSeq: number, most: number, isCut: boolean): Delta {
  const { floorSeq, ...state } = inbox;
  const resync = resyncDelta(state, afterSeq);
  if (afterSeq > state.seq || afterSeq < floorSeq) return resync;
  const taken = wholeSeqs(rows, most, isCut);
  if (!taken) return resync;
  const hasMore = taken.length < rows.length;
  const toSeq = hasMore ? taken.at(-1)!.changeSeq : state.seq;
  const removedIds = taken.filter(isRemoved).map(({ id }) => id);
  const upserted = removedIds.length === 0 ? taken : taken.filter((row) => !isRemoved(row));
  return { ...resync, toSeq, upserted, removedIds, hasMore, resync: false };
}

/** How many of the rows a delta has room for. */
function fittingOf(rows: readonly NotificationRow[]): number {
  let size = 0;
  const end = rows.findIndex((row) => (size += isRemoved(row) ? ID_SIZE : sizeOf(row)) > MAX_DELTA_SIZE);
  return end === -1 ? rows.length : end;
}

/**
 * As many rows as `most` allows and a delta has room for, without splitting a seq, one seq at least; undefined if that
 * one is over the limits.
 */
function wholeSeqs(rows: NotificationRow[], most: number, isCut: boolean): NotificationRow[] | undefined {
  const fitting = fittingOf(rows);
  let end = Math.min(most, fitting, rows.length);
  if (end === rows.length && !isCut) return rows;
  while (end > 0 && end < rows.length && rows[end - 1]!.changeSeq === rows[end]!.changeSeq) end--;
  if (end > 0 && end < rows.length) return rows.slice(0, end);
  // The first seq alone is more than was asked for.
  const firstSeq = rows[0]!.changeSeq;
  const next = rows.findIndex((row) => row.changeSeq !== firstSeq);
  const count = next === -1 ? rows.length : next;
  if (count > Math.min(MAX_ROWS_AT_ONE_SEQ, fitting)) return undefined;
  return rows.slice(0, count);
}
