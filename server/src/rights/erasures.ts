import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { notFound } from '../platform/errors.ts';
import type { Feature } from '../platform/feature.ts';
import { checkWord, isUuid } from '../platform/input.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';
import { eraseRest, eraseRows } from './erase-rows.ts';

/** The task that erases one person: `{ erasureId }`. */
export const ERASE_USER = 'erase_user';

const MAX_ID = 255;
/** It goes last, when nothing is left that leads to it. */
const THE_PERSON = 'users';
/** What is left goes in one transaction, by a look through every table. */
const LONGEST_MS = 10 * 60 * 1_000;

/** What every feature says of people. */
export type Erasing = Pick<Feature, 'personal' | 'shutOut' | 'forget'>;

export interface Erasure {
  readonly id: string;
  readonly wasKnown: boolean;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
}

const COLUMNS = `id, was_known as "wasKnown", requested_at as "requestedAt", finished_at as "finishedAt"`;

/**
 * Erases people. One transaction shuts them out, a job does the rest: it may be cut off anywhere, and is done again until
 * all of it is done. What comes for them until the last transaction goes with them; whoever has their id after that is
 * somebody new.
 */
export class Erasures {
  constructor(
    private readonly database: Database,
    /** As they stand in a line, the leftmost first. */
    private readonly features: readonly Erasing[],
    /** Tells all replicas that nothing they remember of the user is so any more. */
    private readonly announce: (userId: string) => void,
  ) {}

  /** Begins it; where it has begun already, that is the one. @throws BAD_USER_INPUT for what cannot be an id */
  async begin(userId: string, by: AuditActor): Promise<Erasure> {
    checkWord('userId', userId, MAX_ID);
    return this.database.transaction(async (sql) => {
      const erasure = await openErasure(sql, userId);
      await audit(sql, by, 'eraseUser', [erasure.id]);
      for (const { shutOut } of this.features) await shutOut?.(sql, userId);
      await sql.query(
        `select graphile_worker.add_job($1, json_build_object('erasureId', $2::text), job_key => 'erase:' || $2)`,
        [ERASE_USER, erasure.id],
      );
      sql.afterCommit(() => this.announce(userId));
      return erasure;
    });
  }

  /** @throws NOT_FOUND */
  async find(id: string): Promise<Erasure> {
    const [erasure] = isUuid(id)
      ? await this.database.query<Erasure>(`select ${COLUMNS} from erasures where id = $1`, [id])
      : [];
    if (!erasure) throw notFound('Erasure');
    return erasure;
  }

  /** What the job does. */
  readonly erase = async ({ erasureId }: { erasureId: string }): Promise<void> => {
    const userId = await this.userOf(erasureId);
    if (userId === null) return;
    for (const { forget, personal = [] } of this.features) {
      await forget?.(userId);
      for (const one of personal) if (one.table !== THE_PERSON) await eraseRows(this.database, one, userId);
    }
    await this.database.transaction((sql) => this.finish(sql, erasureId, userId), { longestMs: LONGEST_MS });
  };

  private async userOf(erasureId: string): Promise<string | null> {
    const [erasure] = await this.database.query<{ userId: string | null }>(
      'select user_id as "userId" from erasures where id = $1',
      [erasureId],
    );
    return erasure?.userId ?? null;
  }

  /** Whoever waits meanwhile to write for them finds nobody then, and makes somebody new. */
  private async finish(sql: Transaction, erasureId: string, userId: string): Promise<void> {
    await sql.query('select from users where id = $1 for update', [userId]);
    const [inbox] = await sql.query<{ seq: number }>('select seq from inbox where user_id = $1 for update', [
      userId,
    ]);
    for (const personal of this.features.flatMap((feature) => feature.personal ?? []))
      await eraseRest(sql, personal, userId);
    if (inbox) await beginInboxesAbove(sql, inbox.seq);
    await sql.query('update erasures set user_id = null, finished_at = now() where id = $1', [erasureId]);
    sql.afterCommit(() => this.announce(userId));
  }
}

async function openErasure(sql: Sql, userId: string): Promise<Erasure> {
  await sql.query(
    `insert into erasures (id, user_id, was_known)
     select $2, $1, exists (select from users where id = $1) on conflict (user_id) do nothing`,
    [userId, uuidv7()],
  );
  const [erasure] = await sql.query<Erasure>(`select ${COLUMNS} from erasures where user_id = $1`, [userId]);
  return erasure!;
}

/** A device that knew the inbox must not take for it one that its user is given later. */
async function beginInboxesAbove(sql: Sql, seq: number): Promise<void> {
  await sql.query('update epoch set first_seq = greatest(first_seq, $1::int + 1)', [seq]);
}
