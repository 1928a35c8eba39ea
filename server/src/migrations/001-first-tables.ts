import { Migration } from '@mikro-orm/migrations';

/**
 * Users' ids are text of other people's making, so every order of locks is by bytes: the columns say so themselves
 * (COLLATE "C"), and `order by user_id` is that order everywhere.
 */
export class FirstTables extends Migration {
  override up(): void {
    this.addSql(`
      create table users (
        id text collate "C" primary key,
        name text not null,
        email text,
        role text not null default 'CANDIDATE' check (role in ('CANDIDATE', 'INSTRUCTOR', 'ADMIN')),
        password_hash text,
        created_at timestamptz(3) not null default now()
      )`);
    this.addSql(`create unique index users_sign_in on users (lower(email)) where password_hash is not null`);
    this.addSql(`create index users_instructors on users (name, id) where role = 'INSTRUCTOR'`);

    this.addSql(`
      create table sessions (
        id uuid primary key,
        user_id text collate "C" not null references users on delete cascade,
        token_hash text not null unique,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        revoked_at timestamptz(3)
      )`);
    this.addSql(`create index sessions_revoked on sessions (revoked_at) where revoked_at is not null`);
    this.addSql(`create index sessions_user on sessions (user_id)`);
    this.addSql(`create index sessions_expiry on sessions (expires_at)`);

    this.addSql(`
      create table epoch (
        singleton boolean primary key default true check (singleton),
        value uuid not null default gen_random_uuid()
      )`);
    this.addSql(`insert into epoch default values`);

    // Fillfactor: the row changes with every notification and must stay on its page (HOT updates).
    this.addSql(`
      create table inbox (
        user_id text collate "C" primary key references users on delete cascade,
        id uuid not null unique default gen_random_uuid(),
        seq int not null default 0 check (seq >= 0),
        floor_seq int not null default 0,
        seen_seq int not null default 0,
        unread int not null default 0 check (unread >= 0),
        unseen int not null default 0 check (unseen >= 0)
      ) with (fillfactor = 70)`);

    this.addSql(`
      create table applications (
        id uuid primary key,
        title text not null,
        status text not null default 'SUBMITTED' check (status in ('SUBMITTED', 'APPROVED', 'REJECTED')),
        candidate_id text collate "C" not null references users,
        instructor_id text collate "C" not null references users,
        decided_by_id text collate "C" references users,
        decided_at timestamptz(3),
        reason text,
        created_at timestamptz(3) not null default now(),
        check ((status = 'SUBMITTED') = (decided_at is null))
      )`);
    this.addSql(`create index applications_candidate on applications (candidate_id, id)`);
    this.addSql(`create index applications_instructor on applications (instructor_id, id)`);

    this.addSql(`
      create table notifications (
        id uuid primary key default gen_random_uuid(),
        user_id text collate "C" not null references inbox on delete cascade,
        seq int not null,
        change_seq int not null,
        type text not null,
        category text not null,
        title text not null,
        message text not null,
        url text,
        application_id uuid references applications on delete set null,
        created_at timestamptz(3) not null default now(),
        read_at timestamptz(3),
        archived_at timestamptz(3)
      )`);
    this.addSql(`create unique index notifications_seq on notifications (user_id, seq)`);
    this.addSql(`create index notifications_change on notifications (user_id, change_seq)`);
    this.addSql(`
      create index notifications_unread on notifications (user_id, seq)
        where read_at is null and archived_at is null`);
    this.addSql(`
      create index notifications_application on notifications (application_id)
        where application_id is not null`);

    this.addSql(`
      create table idempotency_keys (
        service text not null,
        recipient_id text collate "C" not null,
        key text not null,
        body_hash text not null,
        notification_id uuid,
        seq int,
        created_at timestamptz(3) not null default now(),
        primary key (service, recipient_id, key)
      )`);
    this.addSql(`create index idempotency_keys_age on idempotency_keys (created_at)`);

    // One row per createNotifications call with a key: how far the sorted recipients were served, so that a
    // repeated call goes on where a killed one stopped.
    this.addSql(`
      create table bulk_sends (
        service text not null,
        key text not null,
        body_hash text not null,
        total int not null,
        done int not null default 0,
        created_at timestamptz(3) not null default now(),
        primary key (service, key)
      )`);
    this.addSql(`create index bulk_sends_age on bulk_sends (created_at)`);
  }
}
