import { ConcurrentIndexes } from './concurrent-indexes.ts';

/** For what is snoozed, pinned or deleted: few rows of each inbox. */
export class TriageIndexes extends ConcurrentIndexes {
  protected readonly indexes = {
    notifications_snoozed: 'all_notifications (user_id, seq) where snoozed_until is not null',
    notifications_waking: 'all_notifications (snoozed_until) where snoozed_until is not null',
    notifications_pinned: 'all_notifications (user_id, seq) where pinned_at is not null',
    notifications_deleted: 'all_notifications (deleted_at) where deleted_at is not null',
    // In place of notifications_done: what is kept in view or for later is not looked at again and again.
    notifications_outlived: `all_notifications (read_at)
      where read_at is not null and actions is null and pinned_at is null and snoozed_until is null`,
  };

  override up(): void {
    super.up();
    this.addSql('drop index concurrently if exists notifications_done');
  }
}
