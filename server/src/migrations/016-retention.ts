import { ConcurrentIndexes } from './concurrent-indexes.ts';

/**
 * What is needed to remove what is past its time, and to find it among millions of rows. The column has no default, so
 * no row is written anew. Each part may be cut off and is done again by the next start.
 */
export class Retention extends ConcurrentIndexes {
  // Conditions like those of inbox/retention/removable.ts: what is spared for good is not looked at again and again.
  protected readonly indexes = {
    notifications_expiry: 'notifications (expires_at) where expires_at is not null',
    notifications_done: 'notifications (read_at) where read_at is not null and actions is null',
    notifications_wording: 'notifications (wording) where wording is not null',
    requests_open: 'requests (created_at) where settled_at is null',
  };

  override up(): void {
    this.addSql('alter table notifications add column if not exists expires_at timestamptz(3)');
    // Since when no type is worded so any more; null: one is, or nobody has looked yet.
    this.addSql('alter table wordings add column if not exists unused_since timestamptz(3)');
    super.up();
  }
}
