import { Migration } from '@mikro-orm/migrations';

/** Who is written to together, and what is on its way to them. */
export class TopicsAndBroadcasts extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // title: [{ language, text }], in the order of declaration; none: its name is shown.
    this.addSql(`
      create table topics (
        name text collate "C" primary key,
        title jsonb not null default '[]',
        is_open boolean not null default false,
        created_at timestamptz(3) not null default now()
      )`);
    this.addSql(`create index topics_open on topics (name) where is_open`);
    this.addSql(`
      create table topic_members (
        topic text collate "C" not null references topics on delete cascade,
        user_id text collate "C" not null references users on delete cascade,
        created_at timestamptz(3) not null default now(),
        primary key (topic, user_id)
      )`);
    this.addSql(`create index topic_members_user on topic_members (user_id)`);

    // A broadcast goes to those who had the role when it was created. By a trigger: roles come from tokens, at the
    // version that runs beside this one too. Of all who are here already it is now, and no row is written for it.
    this.addSql(`alter table users add column role_since timestamptz(3) not null default now()`);
    this.addSql(`
      create function date_role() returns trigger language plpgsql as $$
      begin
        new.role_since := now();
        return new;
      end $$`);
    this.addSql(`
      create trigger date_role before update of role on users
      for each row when (old.role is distinct from new.role) execute function date_role()`);

    // after_user_id: whose turn was last, in the order of the ids. worker: who is at it, as long as they move it on.
    this.addSql(`
      create table broadcasts (
        id uuid primary key,
        service text not null,
        idempotency_key text,
        body_hash text not null,
        audience jsonb not null,
        content jsonb not null,
        state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
        reason text,
        total int not null,
        done int not null default 0,
        after_user_id text collate "C" not null default '',
        worker uuid,
        moved_at timestamptz not null default now(),
        failures int not null default 0,
        created_at timestamptz(3) not null default now(),
        ended_at timestamptz(3),
        unique (service, idempotency_key)
      )`);
    this.addSql(`create index broadcasts_service on broadcasts (service, id)`);
    this.addSql(`create index broadcasts_running on broadcasts (moved_at) where state = 'RUNNING'`);
    this.addSql(`create index broadcasts_age on broadcasts (ended_at)`);
  }
}
