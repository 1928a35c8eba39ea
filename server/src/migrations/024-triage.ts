import { Migration } from '@mikro-orm/migrations';

/**
 * What readers put away for later, keep in view, and take back. What is deleted stays for as long as that can be undone:
 * the table gets another name, and the view that has its name leaves that out, for every statement that there is. No row
 * is written anew, and replicas of the version before work on, through the view.
 */
export class Triage extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // woken_at: when a snooze of it has ended last. former_at: what the last act of its reader has overwritten, where nobody could tell it afterwards. was_archived:
    // of one that was snoozed, whether that is since when it was archived.
    this.addSql(`
      alter table notifications
        add snoozed_until timestamptz(3),
        add pinned_at timestamptz(3),
        add deleted_at timestamptz(3),
        add woken_at timestamptz(3),
        add former_at timestamptz(3),
        add was_archived boolean`);
    this.addSql(`alter table notifications rename to all_notifications`);
    this.addSql(`create view notifications as select * from all_notifications where deleted_at is null`);

    // What a reader did: its rows are those whose change_seq is still its seq. An inbox has as many seqs as it has acts,
    // so whose an id is, is looked for among their own. Who it belongs to has an inbox, and is not looked up.
    this.addSql(`
      create table acts (
        user_id text collate "C" not null,
        seq int not null,
        id uuid not null default gen_random_uuid(),
        act text not null,
        affected int not null,
        at timestamptz(3) not null default now(),
        undone_at timestamptz(3),
        primary key (user_id, seq)
      )`);
  }
}
