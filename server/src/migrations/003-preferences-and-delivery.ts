import { Migration } from '@mikro-orm/migrations';

/** What readers want to get, and what became of each notification on the channels besides the inbox. */
export class PreferencesAndDelivery extends Migration {
  override up(): void {
    // Minutes since midnight in the reader's time zone; quiet hours may reach over midnight.
    this.addSql(`
      create table preferences (
        user_id text collate "C" primary key references users on delete cascade,
        language text not null default 'en',
        time_zone text not null default 'UTC',
        quiet_from int check (quiet_from between 0 and 1439),
        quiet_until int check (quiet_until between 0 and 1439),
        dnd_until timestamptz(3),
        check ((quiet_from is null) = (quiet_until is null))
      )`);

    // Only where a reader departs from the category's default: what is missing is as declared.
    this.addSql(`
      create table channel_choices (
        user_id text collate "C" not null references users on delete cascade,
        category text not null,
        channel text not null check (channel in ('IN_APP', 'EMAIL')),
        is_on boolean not null,
        primary key (user_id, category, channel)
      )`);
    this.addSql(`
      create table muted_applications (
        user_id text collate "C" not null references users on delete cascade,
        application_id uuid not null references applications on delete cascade,
        primary key (user_id, application_id)
      )`);
    this.addSql(`create index muted_applications_subject on muted_applications (application_id)`);

    // Facts: what a type of our own was worded from. email_skipped: why no e-mail was planned when it came; null: one was.
    this.addSql(`alter table notifications add facts jsonb, add email_skipped text`);

    // One e-mail, with one notification or a digest of several. Its id is what the other side can deduplicate by.
    this.addSql(`
      create table emails (
        id uuid primary key,
        user_id text collate "C" not null references users on delete cascade,
        state text not null default 'SENDING' check (state in ('SENDING', 'SENT', 'DEAD', 'CANCELLED')),
        attempts int not null default 0,
        answer text,
        created_at timestamptz(3) not null default now(),
        sent_at timestamptz(3)
      )`);
    this.addSql(`create index emails_sending on emails (user_id) where state = 'SENDING'`);
    this.addSql(`create index emails_dead on emails (id) where state = 'DEAD'`);
    this.addSql(`create index emails_sent on emails (user_id, sent_at) where state = 'SENT'`);
    this.addSql(`create index emails_age on emails (created_at)`);

    this.addSql(`
      create table deliveries (
        notification_id uuid not null references notifications on delete cascade,
        channel text not null check (channel in ('EMAIL')),
        user_id text collate "C" not null,
        state text not null default 'WAITING'
          check (state in ('WAITING', 'HELD', 'SENDING', 'SENT', 'SKIPPED', 'FAILED')),
        reason text,
        due_at timestamptz(3) not null,
        email_id uuid references emails on delete set null,
        decided_at timestamptz(3),
        primary key (notification_id, channel)
      )`);
    this.addSql(`
      create index deliveries_due on deliveries (user_id, due_at) where state in ('WAITING', 'HELD')`);
    this.addSql(`create index deliveries_email on deliveries (email_id) where email_id is not null`);

    // Who works on jobs, and when they were last heard of: the jobs of one who is silent are given to others.
    this.addSql(
      `create table job_workers (id text primary key, seen_at timestamptz(3) not null default now())`,
    );
  }
}
