import type { Sql, Transaction } from '../platform/postgres/database.ts';

/** What a host has sent and no inbox has yet. */
export interface Pending {
  /** As `notify` has given it; larger than those before it in one transaction. */
  readonly id: string;
  readonly service: string;
  readonly recipientId: string;
  readonly key: string | null;
  /** As JSON: the same text, the same content. */
  readonly input: string;
}

/** Of functions that write rows here, the newest that we understand. What later ones write waits for later replicas. */
export const NEWEST_VERSION = 1;

/** Those that came first. */
export const firstPending = (sql: Sql, most: number): Promise<Pending[]> =>
  sql.query<Pending>(
    `select id, service, recipient_id as "recipientId", idempotency_key as key, input::text as input
     from intake where version <= ${NEWEST_VERSION} order by id limit $1`,
    [most],
  );

/**
 * The right to send, for this transaction: one replica at a time has it, so that what one transaction of a host sends
 * comes in its order.
 */
export async function isOurTurn(sql: Transaction): Promise<boolean> {
  const [turn] = await sql.query<{ isOurs: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('carillon:intake')) as "isOurs"`,
  );
  return turn!.isOurs;
}

/** Takes those of them that are still there. @returns their ids */
export async function take(sql: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const taken = await sql.query<{ id: string }>(
    'delete from intake where id = any($1::bigint[]) returning id',
    [ids],
  );
  return new Set(taken.map(({ id }) => id));
}
