import type { Sql } from '../platform/postgres/database.ts';
import type { InboxState } from './inbox-state.ts';
import type { Filter } from './notification-filter.ts';
import type { Parameters } from './parameters.ts';
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

/**
 * Selects columns of some of the user's notifications in an order, the user being `$1`.
 * @param beyond a condition on `n.seq`, or nothing
 * @param limit the place of a number in the statement, or the number
 */
export type Stretch = (columns: string, beyond: string, order: 'asc' | 'desc', limit: string) => string;

/** Reads a page and the counters in one snapshot. @param parameters of the stretch; more are added */
export async function readStretch(
  sql: Sql,
  { size, direction, beyond }: PageRequest,
  parameters: Parameters,
  stretch: Stretch,
): Promise<Page> {
  const [onward, backward] = direction === 'older' ? (['<', '>='] as const) : (['>', '<='] as const);
  const [order, opposite] = direction === 'older' ? (['desc', 'asc'] as const) : (['asc', 'desc'] as const);
  const edge = beyond === undefined ? undefined : parameters.add(beyond);
  const select = stretch(
    notificationColumns,
    edge ? `and n.seq ${onward} ${edge}` : '',
    order,
    parameters.add(size + 1),
  );
  // Whether the side that the reader came from still holds anything. The order is for the planner: without it, it
  // reads the whole table for the first hit.
  const back = edge
    ? `exists (select from (${stretch('', `and n.seq ${backward} ${edge}`, opposite, '1')}) b)`
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
