import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { badInput, isDatabaseAway, PublicError } from '../platform/errors.ts';
import type { Database } from '../platform/postgres/database.ts';
import { nothingElse } from '../sending/content.ts';
import { isOver } from '../sending/expiry.ts';
import type { SendService } from '../sending/send.service.ts';
import { BroadcastState, moveOnLater, moveOnSql } from './broadcast.ts';
import { dropParts, partsLeft, sendPart, takePart, type Turn } from './broadcast-parts.ts';

/** Then it is passed on: whoever stops gently waits no longer for it, and other jobs have their turn. */
const SLICE_MS = 2_000;
/** Parts on their way: while one is written to the disk, others are made. */
export const PARTS_AT_ONCE = 3;
/** Who has not moved it on for so long is dead, or waits for locks: another does no harm. */
const SILENT_SECONDS = 3;
/** One after the other, about ten seconds apart, for a reason that is not known to be for good. */
const MAX_FAILURES = 5;

export interface TaskNeeds {
  readonly sender: Pick<SendService, 'sendToPart'>;
  /** Tells who follows its progress that it has changed. */
  readonly tell: (id: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Moves a broadcast on, in parts of 500 recipients, several of them at once. A part is a row that goes in the transaction
 * that sends it: whenever it is cut off, nobody is left out and nobody gets it twice.
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
     where ${IS_UNFINISHED} and moved_at < now() - make_interval(secs => $1)`,
    [SILENT_SECONDS],
  );
}

// The version before knows no parts, and ends a broadcast that it takes over while there are some left.
const IS_UNFINISHED = `(state = 'RUNNING' or state = 'DONE' and id in (select broadcast_id from broadcast_parts))`;

async function take(database: Database, id: string): Promise<Turn | undefined> {
  const worker = randomUUID();
  const [turn] = await database.query<Turn>(
    `update broadcasts set worker = $2, moved_at = clock_timestamp()
     where id = $1 and ${IS_UNFINISHED}
       and (state = 'DONE' or worker is null or moved_at < clock_timestamp() - make_interval(secs => $3))
     returning id, worker, audience, content, created_at as "createdAt"`,
    [id, worker, SILENT_SECONDS],
  );
  // Written by the version before it may lack what can be said since.
  return turn && { ...turn, content: { ...nothingElse, ...turn.content } };
}

async function run(database: Database, turn: Turn, needs: TaskNeeds): Promise<void> {
  const endsAt = performance.now() + SLICE_MS;
  const isTime = () => performance.now() < endsAt;
  // First what was taken before: where that goes wrong again and again, nothing more is taken.
  const left = await partsLeft(database, turn.id);
  for (const next of [async () => left.shift(), () => takePart(database, turn)])
    await severalAtOnce(async () => isTime() && sendNext(database, turn, await next(), needs));
  if (!isTime() || !(await finish(database, turn))) await passOn(database, turn);
}

/** Does it again and again until it says that there is no more, or fails; then waits for those that are under way. */
async function severalAtOnce(work: () => Promise<boolean>): Promise<void> {
  let isOn = true;
  const lane = async (): Promise<void> => {
    try {
      while (isOn && (await work()));
    } catch (error) {
      isOn = false;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: PARTS_AT_ONCE }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** @param after where a part begins that was taken @returns whether there was one */
async function sendNext(
  database: Database,
  turn: Turn,
  after: string | undefined,
  { sender, tell }: TaskNeeds,
): Promise<boolean> {
  if (after === undefined) return false;
  if (isOver(turn.content)) throw badInput('It has expired');
  const begun = performance.now();
  const idleBefore = performance.eventLoopUtilization();
  await sendPart(database, turn, sender, after);
  tell(turn.id);
  // The busier this replica was meanwhile, which the part itself hardly makes it, the longer others have their turn:
  // not at all where there is nobody, as long as the part took where there is always somebody.
  const { utilization } = performance.eventLoopUtilization(idleBefore);
  await pause((performance.now() - begun) * utilization);
  return true;
}

/** @returns whether it has ended; not while another still sends a part */
async function finish(database: Database, { id, worker }: Turn): Promise<boolean> {
  const done = await database.query(
    `update broadcasts set state = 'DONE', ended_at = clock_timestamp()
     where id = $1 and worker = $2 and state = 'RUNNING'
       and not exists (select from broadcast_parts where broadcast_id = $1) returning id`,
    [id, worker],
  );
  return done.length > 0;
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
  await database.transaction(async (sql) => {
    const ended = await sql.query(
      `update broadcasts set state = 'FAILED', reason = $2, ended_at = now()
       where id = $1 and state = 'RUNNING' returning id`,
      [id, isForGood ? error.message : 'Something went wrong on our side, several times'],
    );
    if (ended.length > 0) await dropParts(sql, id);
  });
  return BroadcastState.FAILED;
}
