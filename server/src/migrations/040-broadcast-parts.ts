import { Migration } from '@mikro-orm/migrations';

/** Parts of a broadcast that somebody has taken upon them and that are not sent yet: several at once, by one or by many. */
export class BroadcastParts extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // All of the audience from after one id up to and with another. `size`: how many they were, and are counted as done
    // in `broadcasts.done` already.
    this.addSql(`
      create table broadcast_parts (
        broadcast_id uuid not null references broadcasts on delete cascade,
        after_user_id text collate "C" not null,
        through_user_id text collate "C" not null,
        size int not null,
        primary key (broadcast_id, after_user_id)
      )`);
  }
}
