import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { badInput, isDatabaseAway, PublicError } from '../platform/errors.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { nothingElse, type Content } from '../sending/content.ts';
import { isOver } from '../sending/expiry.ts';
import { RECIPIENTS_A_TRANSACTION, type SendService } from '../sending/send.service.ts';
import { nextMembers, type Audience } from './audience.ts';
import { BroadcastState, moveOnLater, moveOnSql } from './broadcast.ts';

/** Then it is passed on: whoever stops gently waits no longer for it, and other jobs have their turn. */
const SLICE_MS = 1_000;
/** Who has not moved it on for so long is dead. One that waits for a lock holds its row, which nobody else gets. */
const SILENT_SECONDS = 3;
/** One after the other, about ten seconds apart, for a reason that is not known to be for good. */
const MAX_FAILURES = 5;

export interface TaskNeeds {
  readonly sender: Pick<SendService, 'sendToPart'>;
  /** Tells who follows its progress that it has changed. */
  readonly tell: (id: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** One who moves a broadcast on, alone. */
interface Turn {
  readonly id: string;
  readonly worker: string;
  readonly audience: Audience;
  readonly content: Content;
  readonly createdAt: string;
}

/**
 * Moves a broadcast on, 500 recipients at a time, each part in one transaction with the place where the next begins:
 * whenever it is cut off, nobody is left out and nobody gets it twice.
 */
export const sendBroadcast =
  (database: Database, needs: TaskNeeds) =>
  async ({ id }: { id: string }): Promise<void> => {
    const turn = await take(database, id);
    if (!turn) return;
    try {
      await run(database, turn, needs);
    } catch (error) {
      if (isDatabaseAway(error) || (await noteFailure(database, turn, error)) === BroadcastState.RUNNING)
        throw error;
      if (!(error instanceof PublicError)) needs.onTrouble(error);
    } finally {
      needs.tell(id);
    }
  };

/** Those that nobody moves on any more, since they died or their job was lost. */
export async function moveOnSilent(database: Database): Promise<void> {
  await database.query(
    `select ${moveOnSql('id::text')} from broadcasts
     where state = 'RUNNING' and moved_at < now() - make_interval(secs => $1)`,
    [SILENT_SECONDS],
  );
}

async function take(database: Database, id: string): Promise<Turn | undefined> {
  const worker = randomUUID();
  const [turn] = await database.query<Turn>(
    `update broadcasts set worker = $2, moved_at = clock_timestamp()
     where id = $1 and state = 'RUNNING'
       and (worker is null or moved_at < clock_timestamp() - make_interval(secs => $3))
     returning id, worker, audience, content, created_at as "createdAt"`,
    [id, worker, SILENT_SECONDS],
  );
  // Written by the version before it may lack what can be said since.
  return turn && { ...turn, content: { ...nothingElse, ...turn.content } };
}

async function run(database: Database, turn: Turn, { sender, tell }: TaskNeeds): Promise<void> {
  const endsAt = performance.now() + SLICE_MS;
  for (;;) {
    const begun = performance.now();
    const idleBefore = performance.eventLoopUtilization();
    if (!(await database.transaction((sql) => sendPart(sql, turn, sender)))) return;
    if (performance.now() >= endsAt) return passOn(database, turn);
    tell(turn.id);
    // The busier this replica was meanwhile, which the part itself hardly makes it, the longer others have their turn:
    // not at all where there is nobody, as long as the part took where there is always somebody.
    const { utilization } = performance.eventLoopUtilization(idleBefore);
    await pause((performance.now() - begun) * utilization);
  }
}

/** @returns whether there may be more */
async function sendPart(
  sql: Transaction,
  { id, worker, audience, content, createdAt }: Turn,
  sender: TaskNeeds['sender'],
): Promise<boolean> {
  const [place] = await sql.query<{ after: string }>(
    `select after_user_id as after from broadcasts where id = $1 and worker = $2 and state = 'RUNNING' for update`,
    [id, worker],
  );
  if (!place) return false;
  if (isOver(content)) throw badInput('It has expired');
  const ids = await nextMembers(sql, audience, createdAt, place.after);
  if (ids.length > 0) await sender.sendToPart(sql, content, ids);
  const isLast = ids.length < RECIPIENTS_A_TRANSACTION;
  await sql.query(
    `update broadcasts set after_user_id = $2, done = done + $3, failures = 0, moved_at = clock_timestamp(),
       state = case when $4 then 'DONE' else state end, ended_at = case when $4 then clock_timestamp() end
     where id = $1`,
    [id, ids.at(-1) ?? place.after, ids.length, isLast],
  );
  return !isLast;
}

async function passOn(database: Database, { id, worker }: Turn): Promise<void> {
  await database.transaction(async (sql) => {
    const passed = await sql.query(
      `update broadcasts set worker = null where id = $1 and worker = $2 and state = 'RUNNING' returning id`,
      [id, worker],
    );
    if (passed.length > 0) await moveOnLater(sql, id);
  });
}

/** @returns what it is now; undefined when it is another's */
async function noteFailure(
  database: Database,
  { id, worker }: Turn,
  error: unknown,
): Promise<BroadcastState | undefined> {
  const isForGood = error instanceof PublicError;
  const [noted] = await database.query<{ state: BroadcastState; failures: number }>(
    `update broadcasts set worker = null, moved_at = clock_timestamp(), failures = failures + 1
     where id = $1 and worker = $2 and state = 'RUNNING' returning state, failures`,
    [id, worker],
  );
  if (!noted || (!isForGood && noted.failures < MAX_FAILURES)) return noted?.state;
  await database.query(
    `update broadcasts set state = 'FAILED', reason = $2, ended_at = now() where id = $1 and state = 'RUNNING'`,
    [id, isForGood ? error.message : 'Something went wrong on our side, several times'],
  );
  return BroadcastState.FAILED;
}
