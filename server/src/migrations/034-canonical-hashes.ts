import { Migration } from '@mikro-orm/migrations';

/** A body whatever the order in which the members of its data stand: JSON has none, and jsonb does not keep it. */
export class CanonicalHashes extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Null: of a replica of the version before, which compares data as it is written.
    this.addSql(`alter table idempotency_keys add canonical_hash text`);
  }
}
