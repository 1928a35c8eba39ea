import { LRUCache } from 'lru-cache';
import { PublicError } from '../platform/errors.ts';
import type { Sql } from '../platform/postgres/database.ts';

const SERVICES_REMEMBERED = 1_000;
const REMEMBERED_MS = 60_000;
/** So many times as many as are left are not reached before it is counted again, by ten replicas at once. */
const REPLICAS = 10;

/**
 * How many sends each service may have waiting. To count them each time would cost the more the more there are, so far
 * below the limit they are counted now and then.
 */
export class WaitingLimit {
  /** How many of a service may come before they are counted again. */
  private readonly uncounted = new LRUCache<string, number>({ max: SERVICES_REMEMBERED, ttl: REMEMBERED_MS });

  constructor(private readonly most: number) {}

  /** In the transaction that adds one. @throws RATE_LIMITED where as many wait as may */
  async refuseOver(sql: Sql, service: string): Promise<void> {
    const left = this.uncounted.get(service) ?? 0;
    if (left > 0) {
      this.uncounted.set(service, left - 1, { noUpdateTTL: true });
      return;
    }
    // One after the other, so that the limit is exact where it is near.
    await sql.query(`select pg_advisory_xact_lock(hashtext('scheduled_sends'), hashtext($1))`, [service]);
    const [counted] = await sql.query<{ waiting: number }>(
      `select count(*)::int as waiting from (
         select from scheduled_sends where service = $1 and state = 'WAITING' limit $2) waiting`,
      [service, this.most],
    );
    if (counted!.waiting >= this.most)
      throw new PublicError('RATE_LIMITED', `${this.most} are scheduled, which is the most`);
    this.uncounted.set(service, Math.floor((this.most - counted!.waiting) / REPLICAS));
  }
}
