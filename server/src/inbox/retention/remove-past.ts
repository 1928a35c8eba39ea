import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../platform/postgres/database.ts';
import { actOnAll } from '../acts/acting.ts';
import { MAX_ROWS_AT_ONE_SEQ, type Announce } from '../delta.ts';
import { Parameters } from '../parameters.ts';
import type { Removable } from './removable.ts';

/** So that all of it is told row by row, whoever's it is, and nobody waits for an inbox longer than for any other act. */
const ROWS_A_BATCH = MAX_ROWS_AT_ONE_SEQ;
/** At most so many at a time of one kind: the rest has its turn a few seconds later. */
const BATCHES_A_SWEEP = 50;

/**
 * Removes what is past its time as its reader would: under the lock of the inbox, with a tombstone, out of the counters,
 * told to every device. Its deliveries go with it, and so what waits on other channels finds nothing to send.
 */
export async function removePast(
  database: Database,
  kinds: readonly Removable[],
  announce: Announce,
): Promise<void> {
  for (const kind of kinds) {
    for (let batch = 0; batch < BATCHES_A_SWEEP; batch++) {
      const begun = performance.now();
      if (!(await removeSome(database, kind, announce))) break;
      // It never takes more than half of what one connection can do.
      await pause(performance.now() - begun);
    }
  }
}

/**
 * One statement and one transaction for all the inboxes that nobody is changing at the moment. The others are waited for
 * one by one, while nothing else is held: left out altogether, the inbox where most goes on would seldom have its turn,
 * and its rows, the oldest, would hide everybody's.
 * @returns whether there may be more
 */
async function removeSome(database: Database, kind: Removable, announce: Announce): Promise<boolean> {
  const found = await rowsPast(database, kind);
  if (found.length === 0) return false;
  const ids = found.map(({ id }) => id);
  // Looked at again under the lock: it may have been marked unread meanwhile.
  const condition = (parameters: Parameters) =>
    `n.id = any(${parameters.add(ids)}::uuid[]) and ${kind.condition(parameters)}`;
  const remove = async (userIds: readonly string[], lock: '' | 'skip locked') => {
    const acted = await actOnAll(database, 'remove', userIds, condition, [], lock);
    for (const { delta } of acted) if (delta) announce(delta);
    return acted.map(({ inbox }) => inbox.userId);
  };
  const userIds = new Set(found.map(({ userId }) => userId));
  const met = new Set(await remove([...userIds], 'skip locked'));
  for (const userId of [...userIds].filter((userId) => !met.has(userId))) await remove([userId], '');
  return found.length === ROWS_A_BATCH;
}

function rowsPast(
  database: Database,
  { condition, order }: Removable,
): Promise<{ id: string; userId: string }[]> {
  const parameters = new Parameters([]);
  return database.query(
    `select n.id, n.user_id as "userId" from notifications n
     where ${condition(parameters)} order by ${order} limit ${ROWS_A_BATCH}`,
    parameters.values,
  );
}
