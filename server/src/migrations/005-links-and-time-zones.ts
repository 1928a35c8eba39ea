import { Migration } from '@mikro-orm/migrations';

/** What the link in an e-mail ends, and whether a reader's time zone is one that they chose. */
export class LinksAndTimeZones extends Migration {
  override up(): void {
    // Those of its categories that could be switched off when it was last tried; null: it had no such link.
    this.addSql(`alter table emails add categories text[]`);

    // Whoever has quiet hours chose them with a zone, also where that is the one of those who chose none.
    this.addSql(`alter table preferences add is_time_zone_chosen boolean not null default false`);
    this.addSql(`
      update preferences set is_time_zone_chosen = true where time_zone <> 'UTC' or quiet_from is not null`);
  }
}
