import { Migration } from '@mikro-orm/migrations';

/**
 * Indexes on a table that is large and in use: they are built beside its reads and writes, which takes two passes over
 * it, and waits until transactions that were under way have ended. One that was cut off leaves an index that is not
 * valid, which the next try removes.
 */
export abstract class ConcurrentIndexes extends Migration {
  /** What each is on, by its name. */
  protected abstract readonly indexes: Readonly<Record<string, string>>;

  /** PostgreSQL builds none so inside a transaction. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    // It waits for others' transactions as long as they take, and makes nobody wait.
    this.addSql('set lock_timeout = 0');
    for (const [name, on] of Object.entries(this.indexes)) {
      this.addSql(`
        do $$ begin
          if exists (select from pg_index where indexrelid = to_regclass('${name}') and not indisvalid) then
            drop index ${name};
          end if;
        end $$`);
      this.addSql(`create index concurrently if not exists ${name} on ${on}`);
    }
    this.addSql('reset lock_timeout');
  }
}
