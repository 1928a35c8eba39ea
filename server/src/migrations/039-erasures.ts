import { Migration } from '@mikro-orm/migrations';

/** Who is being erased, and where inboxes begin, so that one that is made after an erasure is never taken for the former. */
export class Erasures extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // user_id: until it is done; then nothing says any more who it was.
    this.addSql(`
      create table erasures (
        id uuid primary key,
        user_id text collate "C" unique,
        was_known boolean not null,
        requested_at timestamptz(3) not null default now(),
        finished_at timestamptz(3)
      )`);

    // Above every seq that an inbox had which is gone. Whoever still follows one of these stands below the floor of the
    // one that its user may have again, and reads that anew.
    this.addSql(`alter table epoch add first_seq int not null default 0`);
    this.addSql(
      `create function first_seq() returns int stable language sql as 'select first_seq from epoch'`,
    );
    for (const column of ['seq', 'floor_seq', 'categories_seq'])
      this.addSql(`alter table inbox alter column ${column} set default first_seq()`);

    // Of somebody who was erased it is only known that the session has ended, until its last token has.
    this.addSql(`alter table sessions alter column user_id drop not null`);
  }
}
