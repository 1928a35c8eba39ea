import { Migration } from '@mikro-orm/migrations';

/** What is needed to archive, to remove without anybody missing it, and to forget removals in time. */
export class ArchiveAndRemoval extends Migration {
  override up(): void {
    this.addSql(`
      create index notifications_archived on notifications (user_id, seq) where archived_at is not null`);
    this.addSql(`
      create table tombstones (
        user_id text collate "C" not null references inbox on delete cascade,
        change_seq int not null,
        notification_id uuid not null,
        removed_at timestamptz(3) not null default now(),
        primary key (user_id, change_seq, notification_id)
      )`);
    this.addSql(`create index tombstones_age on tombstones (removed_at)`);
  }
}
