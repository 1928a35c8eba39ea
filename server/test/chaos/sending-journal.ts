import type pg from 'pg';
import { runEntry } from '../support/run-script.ts';
import { CORRECTED_ABOUT } from './actors/examiner.ts';

/**
 * What hosts write into tables of their own in the transactions in which they send. PostgreSQL alone decides which of
 * them were committed; where nobody was told, this tells.
 */
const SAID = 'create table if not exists chaos_said (title text not null, user_id text not null)';

/** For what hosts say in SQL they need a role, and the right to say it. */
export async function admitHosts(client: pg.Client, url: string, names: readonly string[]): Promise<void> {
  await client.query(SAID);
  for (const name of names) {
    await client.query(`create role "${name}" login`);
    await client.query(`grant insert on chaos_said to "${name}"`);
    const { code, err } = await runEntry('sql-sender', [name, name], { DATABASE_URL: url });
    if (code !== 0) throw new Error(err);
  }
}

/** What became of what services have sent by other ways than one call to one inbox. */
export interface SendingTruth {
  broadcasts: { id: string; state: string; total: number; done: number; reason: string | null }[];
  planned: { id: string; state: string; failure: string | null }[];
  /** What may be said anew and taken back, as it is where it is still there. */
  exams: { subjectId: string; userId: string; message: string; isEdited: boolean; isRetracted: boolean }[];
  /** Committed by hosts in SQL. */
  said: { title: string; userId: string }[];
  /** What was taken in from them, and cannot be sent. */
  failed: { recipientId: string; reason: string }[];
  revokedKeyIds: string[];
}

export async function sendingTruth(client: pg.Client): Promise<SendingTruth> {
  const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows;
  return {
    broadcasts: await rowsOf('select id, state, total, done, reason from broadcasts'),
    planned: await rowsOf('select id, state, failure from scheduled_sends'),
    exams: await rowsOf(
      `select subject_id as "subjectId", user_id as "userId", message, edited_at is not null as "isEdited",
         retracted_at is not null as "isRetracted" from notifications where subject_type = $1`,
      [CORRECTED_ABOUT],
    ),
    said: await rowsOf('select title, user_id as "userId" from chaos_said'),
    failed: await rowsOf('select recipient_id as "recipientId", reason from failed_intakes'),
    revokedKeyIds: (
      await rowsOf<{ id: string }>('select id from service_keys where revoked_at is not null')
    ).map(({ id }) => id),
  };
}

/** Whether nothing is on its way any more that services have begun. */
export async function isAllDone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    `select (select count(*) from broadcasts where state = 'RUNNING')
       + (select count(*) from scheduled_sends where state = 'WAITING') + (select count(*) from intake)
       + (select count(*) from erasures where finished_at is null) as count`,
  );
  return Number(rows[0]!.count) === 0;
}
