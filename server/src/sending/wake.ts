import { setTimeout as pause } from 'node:timers/promises';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { filingColumns } from '../delivery/plan.ts';
import { replan } from '../delivery/replan.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import type { Announce } from '../inbox/delta.ts';
import { subjectIdColumn, subjectTypeColumn } from '../inbox/subject.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { deltasOf, type AddedRow } from './add-notifications.ts';
import { wakeSql } from './wake-statement.ts';

/** So that all of it is told row by row, and nobody waits for an inbox longer than for any other act. */
const ROWS_A_BATCH = 100;
/** The rest has its turn a few seconds later. */
const BATCHES_A_SWEEP = 50;

export interface WakeNeeds {
  readonly catalogue: Catalogue;
  readonly channels: readonly OutgoingChannel[];
  /** Tells followers of what came back. */
  readonly announce: Announce;
}

interface Due {
  readonly id: string;
  readonly userId: string;
}

interface Sleeper extends Due {
  readonly category: string;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
}

/**
 * Ends the snoozes that are over: each row comes to the top with a seq of its own, unread, and rings and is sent as
 * what comes is. Replicas that do it at the same time do no harm.
 */
export async function wakeDue(database: Database, needs: WakeNeeds): Promise<void> {
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
async function wake(
  sql: Transaction,
  due: readonly Due[],
  { catalogue, channels, announce }: WakeNeeds,
): Promise<void> {
  await lockInboxes(sql, [...new Set(due.map(({ userId }) => userId))]);
  const sleepers = await sql.query<Sleeper>(SLEEPERS, [due.map(({ id }) => id)]);
  if (sleepers.length === 0) return;
  const ids = sleepers.map(({ id }) => id);
  const categories = sleepers.map(({ category }) => catalogue.category(category));
  await replan(sql, ids);
  const woken = await sql.query<AddedRow>(wakeSql(channels), [
    sleepers.map(({ userId }) => userId),
    ids,
    sleepers.map(({ category }) => category),
    sleepers.map(({ subjectType }) => subjectType),
    sleepers.map(({ subjectId }) => subjectId),
    ...filingColumns(channels).map(({ of }) => categories.map(of)),
  ]);
  const deltas = deltasOf(woken);
  sql.afterCommit(() => deltas.forEach(announce));
}

const IS_DUE = 'n.snoozed_until <= now() and n.archived_at is null';

const DUE = `
  select n.id, n.user_id as "userId" from notifications n
  where ${IS_DUE} order by n.snoozed_until limit ${ROWS_A_BATCH}`;

// What was to come back first is below what was to come back later.
const SLEEPERS = `
  select n.id, n.user_id as "userId", n.category, ${subjectTypeColumn} as "subjectType", ${subjectIdColumn} as "subjectId"
  from notifications n where n.id = any($1::uuid[]) and ${IS_DUE} order by n.snoozed_until, n.seq`;
