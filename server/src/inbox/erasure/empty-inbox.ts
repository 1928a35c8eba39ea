import type { Database, Transaction } from '../../platform/postgres/database.ts';
import { actOnAll } from '../acts/acting.ts';
import { lockInboxes } from '../acts/lock-inboxes.ts';
import type { Announce } from '../delta.ts';

const ROWS_A_TRANSACTION = 1_000;

/**
 * Takes everything out of an inbox. Whoever looks at it meanwhile sees it become empty; nothing tells afterwards what
 * was in it. What was deleted, and could come back, goes with the inbox itself.
 */
export async function emptyInbox(database: Database, userId: string, announce: Announce): Promise<void> {
  // From the oldest on, so that no look goes through what the one before has removed. What comes is above it.
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after;
    after = await database.transaction((sql) => removeSome(sql, userId, from, announce));
  }
}

/** @returns up to which seq it is empty; undefined: altogether */
async function removeSome(
  sql: Transaction,
  userId: string,
  after: number,
  announce: Announce,
): Promise<number | undefined> {
  await lockInboxes(sql, [userId]);
  const [last] = await sql.query<{ seq: number }>(
    `select seq from notifications where user_id = $1 and seq > $2 order by seq
     offset ${ROWS_A_TRANSACTION - 1} limit 1`,
    [userId, after],
  );
  const [acted] = await actOnAll(sql, 'remove', [userId], (parameters) => {
    const above = `n.seq > ${parameters.add(after)}`;
    return last ? `${above} and n.seq <= ${parameters.add(last.seq)}` : above;
  });
  await sql.query('delete from tombstones where user_id = $1', [userId]);
  await sql.query('update inbox set floor_seq = seq where user_id = $1', [userId]);
  if (acted?.delta) sql.afterCommit(() => announce(acted.delta!));
  return last?.seq;
}
