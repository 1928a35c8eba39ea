import type { Sql } from '../../platform/postgres/database.ts';
import { plainCondition, type Filter } from '../notification-filter.ts';
import { readStretch, type Page, type PageRequest, type Stretch } from '../notification-stretch.ts';
import { Parameters } from '../parameters.ts';
import { searchMatch } from './search-condition.ts';

/** Where a word is common, a page of its hits is among so many; where it is rare, the index is quick. */
const NEAREST = 500;

/**
 * Nobody knows beforehand how common a word is. So the nearest rows are looked through first; only where these have too
 * few hits for a page, and there are more, the index is asked for all hits.
 * @throws BAD_USER_INPUT for a filter or search that cannot be
 */
export async function readSearched(
  sql: Sql,
  userId: string,
  request: PageRequest,
  search: string,
): Promise<Page> {
  const { filter, size, direction, beyond } = request;
  const near = await read(sql, userId, request, search, nearestFirst);
  const isFull = direction === 'older' ? near.hasOlder : near.hasNewer;
  const knowsBack = beyond === undefined || (direction === 'older' ? near.hasNewer : near.hasOlder);
  if (isFull && knowsBack) return near;
  if (knowsBack && near.rows.length <= size && (await isAll(sql, userId, request, filter))) return near;
  return read(sql, userId, request, search, byIndex);
}

/** Of rows that pass the rest of the filter. */
type By = (mine: string, match: string) => Stretch;

function read(sql: Sql, userId: string, request: PageRequest, search: string, by: By): Promise<Page> {
  const parameters = new Parameters([userId]);
  const mine = `n.user_id = $1 and ${plainCondition(request.filter, parameters)}`;
  return readStretch(sql, request, parameters, by(mine, searchMatch(userId, search, parameters)));
}

const nearestFirst: By = (mine, match) => (columns, beyond, order, limit) =>
  `select ${columns} from (
     select * from notifications n where ${mine} ${beyond} order by n.seq ${order} limit ${NEAREST}
   ) n where (select ${match} from notification_words w where w.notification_id = n.id)
   order by n.seq ${order} limit ${limit}`;

// Each hit is looked up by its id: left to choose, PostgreSQL goes through all rows in their order.
const byIndex: By = (mine, match) => (columns, beyond, order, limit) =>
  `select ${columns} from notification_words w cross join lateral (
     select * from notifications n where n.id = w.notification_id and ${mine} ${beyond} offset 0
   ) n where w.user_id = $1 and ${match} order by n.seq ${order} limit ${limit}`;

/** Whether the nearest rows were all that there are. */
async function isAll(
  sql: Sql,
  userId: string,
  request: PageRequest,
  filter?: Filter | null,
): Promise<boolean> {
  const { direction, beyond } = request;
  const parameters = new Parameters([userId]);
  const mine = `n.user_id = $1 and ${plainCondition(filter, parameters)}`;
  const [onward, order] = direction === 'older' ? (['<', 'desc'] as const) : (['>', 'asc'] as const);
  const further = beyond === undefined ? '' : `and n.seq ${onward} ${parameters.add(beyond)}`;
  const more = await sql.query(
    `select from notifications n where ${mine} ${further} order by n.seq ${order} offset ${NEAREST} limit 1`,
    parameters.values,
  );
  return more.length === 0;
}
