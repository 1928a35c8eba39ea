import type { Sql } from '../platform/postgres/database.ts';
import { filterCondition, isCounter, plainCondition, type Filter } from './notification-filter.ts';
import { readStretch, type Page, type PageRequest } from './notification-stretch.ts';
import { Parameters } from './parameters.ts';
import { readSearched } from './search/search-page.ts';

/** Reads a page and the counters in one snapshot. Costs the same at every depth: the index leads to the seq. */
export async function readPage(sql: Sql, userId: string, request: PageRequest): Promise<Page> {
  if (request.filter?.search != null) return readSearched(sql, userId, request, request.filter.search);
  const parameters = new Parameters([userId]);
  const mine = `n.user_id = $1 and ${plainCondition(request.filter, parameters)}`;
  return readStretch(
    sql,
    request,
    parameters,
    (columns, beyond, order, limit) =>
      `select ${columns} from notifications n where ${mine} ${beyond} order by n.seq ${order} limit ${limit}`,
  );
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
  const condition = filterCondition(userId, filter, parameters);
  const [row] = await sql.query<{ unread: number }>(
    `select count(*)::int as unread from notifications n
     where n.user_id = $1 and n.read_at is null and ${condition}`,
    parameters.values,
  );
  return row!.unread;
}
