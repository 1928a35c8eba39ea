import { Migration } from '@mikro-orm/migrations';

/** What readers did while they were offline, once it is done; and what they have brought back, which that must spare. */
export class OfflineActs extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Who it belongs to has an inbox, and is not looked up: it is gone in a month.
    this.addSql(`
      create table offline_acts (
        user_id text collate "C" not null,
        id uuid not null,
        device uuid not null,
        seq int,
        merged_over uuid[] not null,
        answer jsonb not null,
        at timestamptz(3) not null default now(),
        primary key (user_id, id)
      )`);
    this.addSql('create index offline_acts_at on offline_acts (at)');
    this.addSql(`
      create table restorations (
        user_id text collate "C" not null,
        notification_id uuid not null,
        seq int not null,
        at timestamptz(3) not null default now(),
        primary key (user_id, notification_id)
      )`);
    this.addSql('create index restorations_at on restorations (at)');
  }
}
