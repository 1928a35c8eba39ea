import { Migration } from '@mikro-orm/migrations';

/** Whether a reader chose their language: as long as they did not, pages and e-mails may go by their browser. */
export class ChosenLanguage extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Whoever has another one than English chose it; that is seen where it is read, and nobody's row is written for it.
    this.addSql(`alter table preferences add is_language_chosen boolean not null default false`);
  }
}
