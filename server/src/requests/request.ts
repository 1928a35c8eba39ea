import { v7 as uuidv7 } from 'uuid';
import type { Action, Outcome } from '../inbox/action.ts';
import type { SubjectRef } from '../inbox/subject.ts';
import type { Transaction } from '../platform/postgres/database.ts';

/** Who is asked the same thing: everybody with one service, subject and key. */
export interface RequestName {
  readonly service: string;
  readonly subject: SubjectRef | null;
  readonly key: string;
}

export interface Request {
  readonly id: string;
  readonly isSettled: boolean;
  /** Null while it is open, and where it was settled without a word of what was done. */
  readonly outcome: Outcome | null;
  /** What whoever was asked first could do. */
  readonly actions: readonly Action[] | null;
}

const IS_NAMED = 'service = $1 and subject_type = $2 and subject_id = $3 and request_key = $4';

// The table knows no null: what is asked about nothing is about a subject without a name.
const valuesOf = ({ service, subject, key }: RequestName) => [
  service,
  subject?.type ?? '',
  subject?.id ?? '',
  key,
];

/**
 * The request of this name, made if it was not there. Nobody decides it before the transaction ends, so that whoever is
 * added to it is told as well. Call it before any inbox is locked.
 */
export async function openRequest(
  sql: Transaction,
  name: RequestName,
  actions: readonly Action[] | null,
): Promise<Request> {
  await sql.query(
    `insert into requests (id, service, subject_type, subject_id, request_key, actions)
     values ($5, $1, $2, $3, $4, $6)
     on conflict do nothing`,
    [...valuesOf(name), uuidv7(), actions && JSON.stringify(actions)],
  );
  const [request] = await sql.query<Request>(
    `select id, settled_at is not null as "isSettled", outcome, actions from requests where ${IS_NAMED} for share`,
    valuesOf(name),
  );
  return request!;
}

/** No key that a sender can name begins so: what one call asks, where nothing else says who is asked the same thing. */
const OF_ONE_CALL = '\t';

export const keyOfCall = (call: string): string => OF_ONE_CALL + call;

/** Nobody else is told any more that nobody has answered. */
const cancelledSql = (settled: string): string =>
  `cancelled as (delete from escalations e using ${settled} s where e.request_id = s.id)`;

/**
 * Decides one request, for whoever comes first. Call it after the lock on the business row and before any inbox is
 * locked.
 * @returns how its sender named it, if anything; or the outcome that it has already, if somebody else was first
 */
export async function decideRequest(
  sql: Transaction,
  id: string,
  outcome: Outcome,
): Promise<{ readonly key: string | null } | { readonly earlier: Outcome | null }> {
  const [decided] = await sql.query<{ key: string }>(
    `with decided as (
       update requests set settled_at = now(), outcome = $2 where id = $1 and settled_at is null
       returning id, request_key as key
     ), ${cancelledSql('decided')}
     select key from decided`,
    [id, outcome],
  );
  if (decided) return { key: decided.key.startsWith(OF_ONE_CALL) ? null : decided.key };
  const [request] = await sql.query<Request>('select outcome from requests where id = $1', [id]);
  return { earlier: request?.outcome ?? null };
}

/** A service's requests about a subject, locked; all of them where no key is named. */
export const lockRequests = (
  sql: Transaction,
  { service, subject, key }: { service: string; subject: SubjectRef; key: string | null },
): Promise<Request[]> =>
  sql.query<Request>(
    `select id, settled_at is not null as "isSettled", outcome, actions from requests
     where service = $1 and subject_type = $2 and subject_id = $3 and ($4::text is null or request_key = $4)
     order by id for update`,
    [service, subject.type, subject.id, key],
  );

/** Settles requests that are locked and open. */
export async function settleRequests(
  sql: Transaction,
  ids: readonly string[],
  outcome: Outcome | null,
): Promise<void> {
  await sql.query(
    `with settled as (
       update requests set settled_at = now(), outcome = $2 where id = any($1::uuid[]) returning id
     ), ${cancelledSql('settled')}
     select from settled`,
    [ids, outcome],
  );
}
