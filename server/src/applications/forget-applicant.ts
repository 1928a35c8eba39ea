import { actOnAll, type Acted } from '../inbox/acts/acting.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import type { Announce } from '../inbox/delta.ts';
import type { Parameters } from '../inbox/parameters.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { NAMELESS, NOBODY } from '../users/nameless.ts';

const ROWS_A_TRANSACTION = 200;
/** Of the words of a decision, as ApplicationFacts has them. */
const NO_REASON = JSON.stringify({ reason: '', hasReason: false });

type Found = { readonly id: string; readonly userId: string };

/**
 * What others' inboxes have of somebody's applications and decisions. An application is its candidate's: what tells of
 * it goes with it. A decision stays with whom it was told, without the words of whoever made it.
 */
export async function forgetApplicant(database: Database, announce: Announce, userId: string): Promise<void> {
  await database.query(MAKE_NOBODY, [userId, NOBODY, NAMELESS]);
  const change = (find: string, act: Change) => changeSome(database, { find, act, announce, userId });
  while (await change(ABOUT_THEIRS, remove));
  while (await change(THEIR_WORDS, reword));
}

type Change = (sql: Transaction, owners: readonly string[], ids: readonly string[]) => Promise<Acted[]>;

const theseOf = (ids: readonly string[]) => (parameters: Parameters) =>
  `n.id = any(${parameters.add(ids)}::uuid[])`;

const remove: Change = async (sql, owners, ids) => {
  const acted = await actOnAll(sql, 'remove', owners, theseOf(ids));
  await sql.query('delete from all_notifications where id = any($1::uuid[])', [ids]); // what was deleted before
  return acted;
};

const reword: Change = (sql, owners, ids) => actOnAll(sql, 'reword', owners, theseOf(ids), [NO_REASON]);

async function changeSome(
  database: Database,
  change: { find: string; act: Change; announce: Announce; userId: string },
): Promise<boolean> {
  return database.transaction(async (sql) => {
    const found = await sql.query<Found>(change.find, [change.userId]);
    if (found.length === 0) return false;
    const owners = [...new Set(found.map((row) => row.userId))];
    await lockInboxes(sql, owners);
    const acted = await change.act(
      sql,
      owners,
      found.map(({ id }) => id),
    );
    sql.afterCommit(() => acted.forEach(({ delta }) => delta && change.announce(delta)));
    return true;
  });
}

// An application must have somebody whom it was submitted to.
const MAKE_NOBODY = `
  insert into users (id, name)
  select $2, $3 where exists (select from applications where instructor_id = $1) on conflict do nothing`;

const ABOUT_THEIRS = `
  select n.id, n.user_id as "userId" from applications a join all_notifications n on n.application_id = a.id
  where a.candidate_id = $1 and n.user_id <> $1 limit ${ROWS_A_TRANSACTION}`;

const THEIR_WORDS = `
  select n.id, n.user_id as "userId" from applications a join all_notifications n on n.application_id = a.id
  where a.instructor_id = $1 and n.user_id <> $1 and n.actor ->> 'id' = $1 and n.data ->> 'reason' <> ''
  limit ${ROWS_A_TRANSACTION}`;
