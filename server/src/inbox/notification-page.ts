import type { Sql } from '../platform/database.ts';
import type { InboxState } from '../live/delta.ts';
import { filterCondition, isCounter, Parameters, type Filter } from './notification-filter.ts';
import {
  notificationColumns,
  snapshotSql,
  toSnapshot,
  type JoinedRow,
  type NotificationRow,
} from './notification.row.ts';

/** A stretch of an inbox, always told newest first. */
export interface PageRequest {
  filter?: Filter | null;
  size: number;
  /** `older` reads on from the newest, `newer` from the oldest. */
  direction: 'older' | 'newer';
  /** Only what lies strictly beyond this seq in that direction. */
  beyond?: number;
}

export interface Page {
  inbox: InboxState;
  rows: NotificationRow[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** Reads a page and the counters in one snapshot. Costs the same at every depth: the index leads to the seq. */
export async function readPage(sql: Sql, userId: string, request: PageRequest): Promise<Page> {
  const { filter, size, direction, beyond } = request;
  const parameters = new Parameters([userId]);
  const condition = filterCondition(filter, parameters);
  const order = direction === 'older' ? 'desc' : 'asc';
  const edge =
    beyond === undefined ? '' : `and n.seq ${direction === 'older' ? '<' : '>'} ${parameters.add(beyond)}`;
  const select = `select ${notificationColumns} from notifications n
    where n.user_id = $1 and ${condition} ${edge} order by n.seq ${order} limit ${parameters.add(size + 1)}`;
  const joined = await sql.query<JoinedRow>(
    snapshotSql(select, `order by r.seq ${order}`),
    parameters.values,
  );
  const snapshot = toSnapshot(joined);
  if (!snapshot) throw new Error('A page was asked for a user without an inbox');

  const rows = snapshot.rows.slice(0, size);
  const further = snapshot.rows.length > size;
  const back = beyond !== undefined && (await hasAny(sql, userId, filter, direction, beyond));
  if (direction === 'newer') rows.reverse();
  const [hasOlder, hasNewer] = direction === 'older' ? [further, back] : [back, further];
  return { inbox: snapshot.inbox, rows, hasOlder, hasNewer };
}

/** Whether the side that the reader came from still holds anything. */
async function hasAny(
  sql: Sql,
  userId: string,
  filter: Filter | null | undefined,
  direction: PageRequest['direction'],
  beyond: number,
): Promise<boolean> {
  const parameters = new Parameters([userId, beyond]);
  const condition = filterCondition(filter, parameters);
  const [row] = await sql.query<{ found: boolean }>(
    `select exists (select from notifications n
       where n.user_id = $1 and n.seq ${direction === 'older' ? '>=' : '<='} $2 and ${condition}) as found`,
    parameters.values,
  );
  return row!.found;
}

/** How many of the filter's notifications are unread. The stored counter where it is the answer. */
export async function countUnread(sql: Sql, userId: string, filter?: Filter | null): Promise<number> {
  if (isCounter(filter)) {
    const [inbox] = await sql.query<{ unread: number }>('select unread from inbox where user_id = $1', [
      userId,
    ]);
    return inbox?.unread ?? 0;
  }
  const parameters = new Parameters([userId]);
  const condition = filterCondition(filter, parameters);
  const [row] = await sql.query<{ unread: number }>(
    `select count(*)::int as unread from notifications n
     where n.user_id = $1 and n.read_at is null and ${condition}`,
    parameters.values,
  );
  return row!.unread;
}
