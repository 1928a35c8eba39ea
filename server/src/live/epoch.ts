import type { Sql } from '../platform/database.ts';

/**
 * The one value that tells this history of the database from another: after a failover or a restore that lost
 * commits an operator rotates it, and every client reads its inbox anew.
 */
export class Epoch {
  private value = '';

  constructor(private readonly sql: Sql) {}

  get current(): string {
    return this.value;
  }

  /** Looks it up. Returns whether it is another one than before. */
  async load(): Promise<boolean> {
    const [row] = await this.sql.query<{ value: string }>('select value from epoch');
    const isNew = row!.value !== this.value;
    this.value = row!.value;
    return isNew;
  }
}

/** Begins a new epoch; running replicas notice within seconds. */
export async function rotateEpoch(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ value: string }>(
    'update epoch set value = gen_random_uuid() returning value',
  );
  return row!.value;
}
