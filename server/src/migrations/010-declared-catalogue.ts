import { Migration } from '@mikro-orm/migrations';

/** What hosts declare at run time: categories, types, and the words of these. */
export class DeclaredCatalogue extends Migration {
  override up(): void {
    // Every change moves it, and takes its lock first: replicas look at it alone, and changes come one after the other.
    // declared: by source, what that declared last, as a hash: whoever starts and has nothing new waits for no lock.
    this.addSql(`
      create table catalogue_version (
        is_only boolean primary key default true check (is_only),
        version int not null,
        declared jsonb not null default '{}'
      )`);
    this.addSql(`insert into catalogue_version (version) values (0)`);

    // title: [{ language, text }], in the order of declaration. The id gives the order of the categories.
    this.addSql(`
      create table declared_categories (
        name text collate "C" primary key,
        id int generated always as identity,
        title jsonb not null,
        channels text[] not null,
        is_critical boolean not null,
        email_after_minutes int check (email_after_minutes >= 0),
        source text not null check (source in ('CODE', 'FILE', 'API'))
      )`);

    // Never changed or deleted: rows of notifications are read in them. Declaring the same again finds it by the hash.
    this.addSql(`
      create table wordings (
        id int generated always as identity primary key,
        type text collate "C" not null,
        texts jsonb not null,
        arguments jsonb not null,
        hash text not null,
        unique (type, hash)
      )`);
    this.addSql(`
      create table declared_types (
        name text collate "C" primary key,
        category text collate "C" not null references declared_categories,
        severity text not null,
        wording int not null references wordings,
        source text not null check (source in ('CODE', 'FILE', 'API'))
      )`);
    this.addSql(`create index declared_types_category on declared_types (category)`);
  }
}
