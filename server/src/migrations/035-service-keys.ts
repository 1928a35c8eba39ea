import { Migration } from '@mikro-orm/migrations';

/** What services may show in place of a token of their own making. Of each only a hash is kept. */
export class ServiceKeys extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`
      create table service_keys (
        id uuid primary key,
        service text not null,
        name text not null,
        scopes text[] not null check (cardinality(scopes) > 0),
        beginning text not null,
        hash text not null unique,
        requests_per_minute int check (requests_per_minute > 0),
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        last_used_address text
      )`);
    this.addSql(`create index service_keys_service on service_keys (service, id)`);
    // As catalogue_version: every change moves it, and takes its lock first.
    this.addSql(`
      create table service_keys_version (
        is_only boolean primary key default true check (is_only),
        version int not null
      )`);
    this.addSql(`insert into service_keys_version (version) values (0)`);
  }
}
