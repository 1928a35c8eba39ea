import type { Database, Transaction } from '../../platform/postgres/database.ts';
import { actOnAll } from '../acts/acting.ts';
import { lockInboxes } from '../acts/lock-inboxes.ts';
import type { Announce } from '../delta.ts';

const ROWS_A_TRANSACTION = 1_000;

/**
 * Takes everything out of an inbox, also what was deleted and could come back. Whoever looks at it meanwhile sees it
 * become empty; nothing tells afterwards what was in it. What comes meanwhile goes too, as long as it comes slower.
 */
export async function emptyInbox(database: Database, userId: string, announce: Announce): Promise<void> {
  while (await database.transaction((sql) => removeSome(sql, userId, announce)));
}

/** @returns whether there may be more */
async function removeSome(sql: Transaction, userId: string, announce: Announce): Promise<boolean> {
  await lockInboxes(sql, [userId]);
  const [acted] = await actOnAll(sql, 'remove', [userId], (parameters) => {
    const owner = parameters.add(userId);
    return `n.id = any(array(select r.id from notifications r where r.user_id = ${owner} limit ${ROWS_A_TRANSACTION}))`;
  });
  if (!acted) return false;
  const deleted = await sql.query(
    `delete from all_notifications where id = any(array(
       select id from all_notifications where user_id = $1 and deleted_at is not null limit ${ROWS_A_TRANSACTION}))
     returning 1`,
    [userId],
  );
  await sql.query('delete from tombstones where user_id = $1', [userId]);
  await sql.query('update inbox set floor_seq = seq where user_id = $1', [userId]);
  if (acted.delta) sql.afterCommit(() => announce(acted.delta!));
  return acted.affectedCount === ROWS_A_TRANSACTION || deleted.length === ROWS_A_TRANSACTION;
}
