import type { Database } from '../platform/postgres/database.ts';
import type { Source } from './catalogue.entities.ts';
import { CatalogueChange } from './catalogue-change.ts';
import { Channel, type Category } from './category.ts';
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
      `select t.name, t.category, t.severity, t.wording, w.arguments
       from declared_types t join wordings w on w.id = t.wording`,
    );
    return { categories: categories.map(withChannels), types };
  }

  /**
   * Everything that `work` declares and removes, or nothing of it. Changes come one after the other, on all replicas.
   * @param source whose declarations it changes; those of others it may not
   */
  change<T>(source: Source, work: (change: CatalogueChange) => Promise<T>): Promise<T> {
    return this.database.transaction(async (sql) => {
      await sql.query('update catalogue_version set version = version + 1');
      return work(new CatalogueChange(sql, source));
    });
  }
}

const withChannels = (row: CategoryRow): Category => ({
  ...row,
  channels: {
    [Channel.IN_APP]: row.channels.includes(Channel.IN_APP),
    [Channel.EMAIL]: row.channels.includes(Channel.EMAIL),
  },
});
