import { Migration } from '@mikro-orm/migrations';

/** What senders take back, say anew, and want told to somebody else where nobody answers. */
export class Time extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // No defaults but a constant, so that no row is written anew. idempotency_key: what its sender knows it by, of the newest event.
    this.addSql(`
      alter table all_notifications
        add idempotency_key text,
        add edited_at timestamptz(3),
        add retracted_at timestamptz(3),
        add is_escalated boolean not null default false`);
    this.addSql(
      `create or replace view notifications as select * from all_notifications where deleted_at is null`,
    );
    this.addSql(`
      alter table declared_types
        add escalate_after_minutes int,
        add escalate_to text collate "C"`);
    // One for each request that nobody has answered. content: what is sent then, as JSON (sending/content.ts). Whether the
    // request is settled is asked when it is due, since replicas of the version before settle it without a look here.
    this.addSql(`
      create table escalations (
        request_id uuid primary key,
        escalate_to text collate "C" not null,
        content text not null,
        due_at timestamptz(3) not null
      )`);
    this.addSql(`create index escalations_due on escalations (due_at)`);
  }
}
