import type { Sql } from '../platform/postgres/database.ts';

/**
 * The epoch tells this history of the database from another: after a failover or a restore that lost commits an
 * operator rotates it, and every client reads its inbox anew. Running replicas notice within seconds.
 * @returns the new one
 */
export async function rotateEpoch(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ value: string }>(
    'update epoch set value = gen_random_uuid() returning value',
  );
  return row!.value;
}
