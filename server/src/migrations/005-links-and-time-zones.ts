import { Migration } from '@mikro-orm/migrations';

/** What the link in an e-mail ends, and whether a reader's time zone is one that they chose. */
export class LinksAndTimeZones extends Migration {
  override up(): void {
    // Those of its categories that could be switched off when it was last tried; null: it had no such link.
    this.addSql(`alter table emails add categories text[]`);

    // Null: none was chosen, which was written as UTC before. Whoever has quiet hours chose them with a zone.
    this.addSql(`alter table preferences alter time_zone drop default, alter time_zone drop not null`);
    this.addSql(`update preferences set time_zone = null where time_zone = 'UTC' and quiet_from is null`);
  }
}
