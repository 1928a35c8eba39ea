import { Migration } from '@mikro-orm/migrations';

/** Digests of a day or a week: of which categories, and when. */
export class PaceOfDigests extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Only what is not sent at once.
    this.addSql(`
      create table pace_choices (
        user_id text collate "C" not null references users on delete cascade,
        category text not null,
        channel text not null,
        pace text not null check (pace in ('DAILY', 'WEEKLY')),
        primary key (user_id, category, channel)
      )`);
    // By the clocks in the reader's time zone; days as ISO 8601 numbers them, from Monday on.
    this.addSql(`
      alter table preferences
        add digest_hour int not null default 8 check (digest_hour between 0 and 23),
        add digest_day int not null default 1 check (digest_day between 1 and 7)`);
    // Which digest it waits for; null: none.
    this.addSql(`alter table deliveries add pace text`);
  }
}
