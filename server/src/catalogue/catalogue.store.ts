import { createHash } from 'node:crypto';
import type { Database, Sql } from '../platform/postgres/database.ts';
import type { Source } from './catalogue.entities.ts';
import { CatalogueChange } from './catalogue-change.ts';
import { channelsOf, type Category, type Channel } from './category.ts';
import type { DeclaredType } from './declared-type.ts';

type CategoryRow = Omit<Category, 'channels'> & { channels: Channel[] };

/** What is declared, as PostgreSQL keeps it for all replicas. */
export class CatalogueStore {
  constructor(private readonly database: Database) {}

  /** Another one after each change. */
  async version(): Promise<number> {
    const [row] = await this.database.query<{ version: number }>('select version from catalogue_version');
    return row!.version;
  }

  async read(): Promise<{ categories: Category[]; types: DeclaredType[] }> {
    const categories = await this.database.query<CategoryRow>(
      `select name, title, channels, is_critical as "isCritical", email_after_minutes as "emailAfterMinutes"
       from declared_categories order by id`,
    );
    const types = await this.database.query<DeclaredType>(
      `select t.name, t.category, t.severity, t.wording, t.group_minutes as "groupMinutes",
         t.escalate_after_minutes as "escalateAfterMinutes", t.escalate_to as "escalateTo", w.arguments
       from declared_types t join wordings w on w.id = t.wording`,
    );
    return { categories: categories.map((row) => ({ ...row, channels: channelsOf(row.channels) })), types };
  }

  /**
   * As `change`, for a source that has all of its declarations at hand. Where they are the same as the last time nothing
   * is written, and no lock is waited for, which somebody who died in a change may hold for a while.
   */
  async declareAll(
    source: Source,
    declarations: object,
    work: (change: CatalogueChange) => Promise<unknown>,
  ): Promise<void> {
    const hash = createHash('sha256').update(JSON.stringify(declarations)).digest('base64');
    const [last] = await this.database.query<{ hash: string | null }>(
      'select declared ->> $1 as hash from catalogue_version',
      [source],
    );
    if (last!.hash === hash) return;
    await this.change(source, async (change, sql) => {
      await sql.query(
        'update catalogue_version set declared = declared || jsonb_build_object($1::text, $2::text)',
        [source, hash],
      );
      await work(change);
    });
  }

  /**
   * Everything that `work` declares and removes, or nothing of it. Changes come one after the other, on all replicas.
   * @param source whose declarations it changes; those of others it may not
   */
  change<T>(source: Source, work: (change: CatalogueChange, sql: Sql) => Promise<T>): Promise<T> {
    return this.database.transaction(async (sql) => {
      await sql.query('update catalogue_version set version = version + 1');
      return work(new CatalogueChange(sql, source), sql);
    });
  }
}
