import type { Sql } from '../platform/postgres/database.ts';
import type { InboxState } from './inbox-state.ts';
import { filterCondition, isCounter, type Filter } from './notification-filter.ts';
import { Parameters } from './parameters.ts';
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
  const [onward, backward] = direction === 'older' ? (['<', '>='] as const) : (['>', '<='] as const);
  const [order, opposite] = direction === 'older' ? (['desc', 'asc'] as const) : (['asc', 'desc'] as const);
  const parameters = new Parameters([userId]);
  const mine = `n.user_id = $1 and ${filterCondition(filter, parameters)}`;
  const edge = beyond === undefined ? undefined : parameters.add(beyond);
  const select = `select ${notificationColumns} from notifications n
    where ${mine} ${edge ? `and n.seq ${onward} ${edge}` : ''}
    order by n.seq ${order} limit ${parameters.add(size + 1)}`;
  // Whether the side that the reader came from still holds anything. The order is for the planner: without it, it
  // reads the whole table for the first hit.
  const back = edge
    ? `exists (select from (select from notifications n where ${mine} and n.seq ${backward} ${edge}
         order by n.seq ${opposite} limit 1) b)`
    : 'false';
  const joined = await sql.query<JoinedRow>(
    snapshotSql(select, `order by r.seq ${order}`, back),
    parameters.values,
  );
  const snapshot = toSnapshot(joined);
  if (!snapshot) throw new Error('A page was asked for a user without an inbox');

  const rows = snapshot.rows.slice(0, size);
  const hasFurther = snapshot.rows.length > size;
  const hasBack = joined[0]!.extra === true;
  if (direction === 'newer') rows.reverse();
  const [hasOlder, hasNewer] = direction === 'older' ? [hasFurther, hasBack] : [hasBack, hasFurther];
  return { inbox: snapshot.inbox, rows, hasOlder, hasNewer };
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
