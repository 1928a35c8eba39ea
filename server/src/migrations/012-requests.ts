import { Migration } from '@mikro-orm/migrations';

/** What several are asked at once, and how it was answered. About nothing: about a subject without a name. */
export class Requests extends Migration {
  override up(): void {
    this.addSql(`
      create table requests (
        id uuid not null unique,
        service text not null,
        subject_type text not null,
        subject_id text not null,
        request_key text not null,
        actions jsonb,
        settled_at timestamptz(3),
        outcome jsonb,
        created_at timestamptz(3) not null default now(),
        primary key (service, subject_type, subject_id, request_key)
      )`);
    this.addSql(`create index requests_settled on requests (settled_at) where settled_at is not null`);
  }
}
