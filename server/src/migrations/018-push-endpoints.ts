import { Migration } from '@mikro-orm/migrations';

/** The browsers and phones that readers have pushes sent to. */
export class PushEndpoints extends Migration {
  override up(): void {
    // It ends with the session that registered it; who came with a token of elsewhere has none.
    this.addSql(`
      create table push_endpoints (
        id uuid primary key,
        user_id text collate "C" not null references users on delete cascade,
        session_id uuid references sessions on delete cascade,
        endpoint text not null unique,
        p256dh text not null,
        auth text not null,
        created_at timestamptz(3) not null default now()
      )`);
    this.addSql(`create index push_endpoints_user on push_endpoints (user_id)`);
    this.addSql(`create index push_endpoints_session on push_endpoints (session_id)`);

    // Which of them have a message: a try that comes again is for the others.
    this.addSql(`
      create table push_taken (
        message_id uuid not null references messages on delete cascade,
        endpoint_id uuid not null references push_endpoints on delete cascade,
        primary key (message_id, endpoint_id)
      )`);
    this.addSql(`create index push_taken_endpoint on push_taken (endpoint_id)`);

    // By which push services know us (RFC 8292), where they are not configured; at most one row.
    this.addSql(`
      create table push_keys (
        singleton boolean primary key default true check (singleton),
        public_key text not null,
        private_key text not null
      )`);
    this.addSql(`alter table preferences add pushes_content boolean not null default true`);

    // Up to which seq a page in view has shown what came.
    this.addSql(`alter table inbox add shown_seq int not null default 0`);
  }
}
