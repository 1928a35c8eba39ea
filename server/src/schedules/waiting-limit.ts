import { LRUCache } from 'lru-cache';
import { PublicError } from '../platform/errors.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';

const SERVICES_REMEMBERED = 1_000;
const REMEMBERED_MS = 60_000;
const FULL_REMEMBERED_MS = 1_000;
/** So many times as many as are left are not reached before it is counted again, by ten replicas at once. */
const REPLICAS = 10;

/**
 * How many sends each service may have waiting. To count them each time would cost the more the more there are, so far
 * below the limit they are counted now and then, and where it is reached once a second.
 */
export class WaitingLimit {
  /** How many of a service may come before they are counted again. */
  private readonly uncounted = new LRUCache<string, number>({ max: SERVICES_REMEMBERED, ttl: REMEMBERED_MS });
  private readonly full = new LRUCache<string, true>({ max: SERVICES_REMEMBERED, ttl: FULL_REMEMBERED_MS });

  constructor(private readonly most: number) {}

  /**
   * Adds one of a service: at once where there is known to be room, else when they were counted.
   * @throws RATE_LIMITED where as many wait as may
   */
  async within<T>(database: Database, service: string, add: (sql: Sql) => Promise<T>): Promise<T> {
    if (this.hasRoom(service)) return add(database);
    return database.transaction(async (sql) => {
      await this.count(sql, service);
      return add(sql);
    });
  }

  private async count(sql: Transaction, service: string): Promise<void> {
    // One after the other, so that the limit is exact where it is near.
    await sql.query(`select pg_advisory_xact_lock(hashtext('scheduled_sends'), hashtext($1))`, [service]);
    // Others may have counted meanwhile.
    if (this.hasRoom(service)) return;
    const [counted] = await sql.query<{ waiting: number }>(
      `select count(*)::int as waiting from (
         select from scheduled_sends where service = $1 and state = 'WAITING' limit $2) waiting`,
      [service, this.most],
    );
    const left = this.most - counted!.waiting;
    if (left === 0) {
      this.full.set(service, true);
      throw this.refusal();
    }
    this.uncounted.set(service, Math.floor(left / REPLICAS));
  }

  /** One of a service has ended: it may have room again. */
  forget(service: string): void {
    this.full.delete(service);
  }

  /** Without counting; false where that has to be done. */
  private hasRoom(service: string): boolean {
    if (this.full.has(service)) throw this.refusal();
    const left = this.uncounted.get(service) ?? 0;
    if (left > 0) this.uncounted.set(service, left - 1, { noUpdateTTL: true });
    return left > 0;
  }

  private refusal(): PublicError {
    return new PublicError('RATE_LIMITED', `${this.most} are scheduled, which is the most`);
  }
}
