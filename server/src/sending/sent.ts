import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import { Parameters } from '../inbox/parameters.ts';
import { canonical, checkSubjectRef, subjectCondition, type SubjectRef } from '../inbox/subject.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { checkWord, isUuid } from '../platform/input.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';

const INBOXES_A_TRANSACTION = 500;
const MAX_KEY = 255;

/** How a service names what it has sent: just one of these. */
export interface SentName {
  readonly id?: string | null;
  readonly idempotencyKey?: string | null;
  readonly subject?: SubjectRef | null;
}

/** Some of a service's own notifications, as a condition on `notifications n`. */
export type SentCondition = (parameters: Parameters) => string;

/**
 * @throws BAD_USER_INPUT unless it is named in just one way, by what can be one; NOT_FOUND for what cannot be an id
 */
export function sentBy(service: string, { id, idempotencyKey, subject }: SentName): SentCondition {
  const [named, ...others] = [id, idempotencyKey, subject].filter((name) => name != null);
  if (named === undefined || others.length > 0)
    throw badInput('Name what was sent in one way, and in one only');
  if (id != null && !isUuid(id)) throw notFound('Notification');
  if (idempotencyKey != null) checkWord('idempotencyKey', idempotencyKey, MAX_KEY);
  if (subject != null) checkSubjectRef(subject);
  return (parameters) => {
    const isOurs = `n.service = ${parameters.add(service)}`;
    if (subject != null) return `${isOurs} and ${subjectCondition(canonical(subject), parameters)}`;
    if (id != null) return `${isOurs} and n.id = ${parameters.add(id)}`;
    return `${isOurs} and n.idempotency_key = ${parameters.add(idempotencyKey)}`;
  };
}

/**
 * Does something to all rows that a condition lets through, with those that are deleted and may come back: 500 inboxes a
 * transaction, in the order of their locks. Whoever was cut off calls it again, with a condition that leaves out what was
 * done.
 * @param work with the ids of the rows; their inboxes are locked
 */
export async function eachSent(
  database: Database,
  condition: SentCondition,
  work: (sql: Transaction, userIds: readonly string[], ids: readonly string[]) => Promise<void>,
): Promise<void> {
  for (let last: string | undefined = ''; last !== undefined;) {
    const after: string = last;
    last = await database.transaction(async (sql) => {
      const userIds = await inboxesAfter(sql, condition, after);
      if (userIds.length === 0) return undefined;
      await lockInboxes(sql, userIds);
      const ids = await rowsIn(sql, condition, userIds);
      if (ids.length > 0) await work(sql, userIds, ids);
      return userIds.at(-1);
    });
  }
}

async function inboxesAfter(sql: Sql, condition: SentCondition, userId: string): Promise<string[]> {
  const parameters = new Parameters([userId]);
  const found = await sql.query<{ userId: string }>(
    `select distinct n.user_id as "userId" from all_notifications n where ${condition(parameters)} and n.user_id > $1
     order by n.user_id limit ${INBOXES_A_TRANSACTION}`,
    parameters.values,
  );
  return found.map((row) => row.userId);
}

/** Of inboxes that were locked by a statement before. */
async function rowsIn(sql: Sql, condition: SentCondition, userIds: readonly string[]): Promise<string[]> {
  const parameters = new Parameters([userIds]);
  const found = await sql.query<{ id: string }>(
    `select n.id from all_notifications n where n.user_id = any($1::text[]) and ${condition(parameters)}`,
    parameters.values,
  );
  return found.map(({ id }) => id);
}
