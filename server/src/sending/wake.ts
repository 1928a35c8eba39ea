import { setTimeout as pause } from 'node:timers/promises';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { raise, raisedColumns, type Raised, type RaiseNeeds } from './raise.ts';

/** So that all of it is told row by row, and nobody waits for an inbox longer than for any other act. */
const ROWS_A_BATCH = 100;
/** The rest has its turn a few seconds later. */
const BATCHES_A_SWEEP = 50;

interface Due {
  readonly id: string;
  readonly userId: string;
}

/**
 * Ends the snoozes that are over: each row comes to the top with a seq of its own, unread, and rings and is sent as
 * what comes is. Replicas that do it at the same time do no harm.
 */
export async function wakeDue(database: Database, needs: RaiseNeeds): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_SWEEP; batch++) {
    const begun = performance.now();
    const due = await database.query<Due>(DUE);
    if (due.length > 0) await database.transaction((sql) => wake(sql, due, needs));
    if (due.length < ROWS_A_BATCH) return;
    // It never takes more than half of what one connection can do.
    await pause(performance.now() - begun);
  }
}

/** Looked at again under the lock: whatever has happened to a row meanwhile has ended its snooze, or made it longer. */
async function wake(sql: Transaction, due: readonly Due[], needs: RaiseNeeds): Promise<void> {
  await lockInboxes(sql, [...new Set(due.map(({ userId }) => userId))]);
  const sleepers = await sql.query<Raised>(SLEEPERS, [due.map(({ id }) => id)]);
  await raise(sql, sleepers, needs);
}

const IS_DUE = 'n.snoozed_until <= now() and n.archived_at is null';

const DUE = `
  select n.id, n.user_id as "userId" from notifications n
  where ${IS_DUE} order by n.snoozed_until limit ${ROWS_A_BATCH}`;

// What was to come back first is below what was to come back later.
const SLEEPERS = `
  select ${raisedColumns}
  from notifications n join inbox i on i.user_id = n.user_id where n.id = any($1::uuid[]) and ${IS_DUE} order by n.snoozed_until, n.seq`;
