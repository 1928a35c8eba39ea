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

  async load(): Promise<void> {
    const [row] = await this.sql.query<{ value: string }>('select value from epoch');
    this.value = row!.value;
  }
}
