import { Migration } from '@mikro-orm/migrations';

/**
 * The words of notifications, for searching. The table begins empty, so its index is built without making anybody wait;
 * what is there already is taken in bit by bit, the newest first.
 */
export class Search extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Each word begins with whose it is: the index then leads to one reader's rows, however many others have the word.
    this.addSql(`
      create table notification_words (
        notification_id uuid primary key references notifications on delete cascade,
        user_id text collate "C" not null,
        words tsvector not null
      )`);
    // What waits to be sorted in is read by each search.
    this.addSql(`
      create index notification_words_words on notification_words using gin (words)
        with (gin_pending_list_limit = 512)`);
    // Whose words are to be taken in anew.
    this.addSql(`
      create table stale_words (
        notification_id uuid not null,
        user_id text collate "C" not null
      )`);
    // Ids are in the order of time: what is after the first is new, what is before the other was there all along.
    this.addSql(`create table search_progress (newest_id uuid not null, oldest_id uuid not null)`);
    this.addSql(`
      insert into search_progress select id, id from (
        select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid as id
      ) as now`);
  }
}
