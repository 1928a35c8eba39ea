import { Migration } from '@mikro-orm/migrations';

/** What is to be sent at a moment to come, and what became of it. */
export class ScheduledSends extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // input: what its sender said, as JSON; it is checked again when it is sent. failure: why it was not sent. tries: how
    // often that went wrong without a reason that its sender could do anything about.
    this.addSql(`
      create table scheduled_sends (
        id uuid primary key,
        service text not null,
        recipient_id text collate "C" not null,
        idempotency_key text,
        body_hash text not null,
        input text not null,
        at timestamptz(3) not null,
        state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'CANCELLED', 'FAILED')),
        failure text,
        tries int not null default 0,
        notification_id uuid,
        created_at timestamptz(3) not null default now(),
        ended_at timestamptz(3)
      )`);
    this
      .addSql(`create unique index scheduled_sends_key on scheduled_sends (service, recipient_id, idempotency_key)
      where idempotency_key is not null`);
    this.addSql(`create index scheduled_sends_listed on scheduled_sends (service, at, id)`);
    this.addSql(`create index scheduled_sends_due on scheduled_sends (at) where state = 'WAITING'`);
    this.addSql(`create index scheduled_sends_age on scheduled_sends (ended_at) where ended_at is not null`);
  }
}
