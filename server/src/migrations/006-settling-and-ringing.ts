import { Migration } from '@mikro-orm/migrations';

/** What is needed to end what a notification asks for, and to keep what was decided about ringing when it came. */
export class SettlingAndRinging extends Migration {
  override up(): void {
    // Columns without a default: no row is written anew. Ring: null where it is older than this.
    this.addSql(`alter table notifications add settled_at timestamptz(3), add ring text`);

    // By how much the clocks of the readers' zones are ahead of UTC, and from when on. PostgreSQL has another list of
    // zones than we (other names, other years' rules), and two clocks would decide two things.
    this.addSql(`
      create table zone_offsets (
        zone text not null,
        since timestamptz(3) not null,
        minutes int not null,
        primary key (zone, since)
      )`);
  }
}
