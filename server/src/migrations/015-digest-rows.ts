import { ConcurrentIndexes } from './concurrent-indexes.ts';

/**
 * Rows that stand for several events. No row is written anew: what stands alone has one event, and needs nothing else.
 * Not in one transaction, because of the index; so each part may find itself done already.
 */
export class DigestRows extends ConcurrentIndexes {
  protected readonly indexes = {
    notifications_group:
      'notifications (user_id, group_key, grows_until) where group_key is not null and settled_at is null',
  };

  override up(): void {
    // group_key: what the events have in common, as a hash. actors: the last three, newest first; null: `actor` alone.
    // actor_keys: who they all were, up to a limit, as hashes.
    this.addSql(`
      alter table notifications
        add if not exists group_key text,
        add if not exists grows_until timestamptz(3),
        add if not exists event_count int not null default 1,
        add if not exists actors jsonb,
        add if not exists actor_keys text[]`);
    this.addSql(`alter table declared_types add if not exists group_minutes int check (group_minutes > 0)`);
    super.up();
  }
}
