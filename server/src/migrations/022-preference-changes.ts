import { Migration } from '@mikro-orm/migrations';

/** What readers had chosen before, so that what became of a notification can be replayed as it was decided. */
export class PreferenceChanges extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // One row for each row that was changed, as it was and as it became: null where there was none, or is none any more.
    this.addSql(`
      create table preference_changes (
        id bigint generated always as identity primary key,
        user_id text collate "C" not null references users on delete cascade,
        source text not null,
        was jsonb,
        became jsonb,
        changed_at timestamptz not null default now()
      )`);
    this.addSql(`create index preference_changes_user on preference_changes (user_id, id)`);
    this.addSql(`create index preference_changes_age on preference_changes (changed_at)`);

    // By triggers: choices are changed in several places, and by the version that runs beside this one. Each change
    // begins by writing the row of preferences anew, which is none. Where a user goes, nothing is kept.
    this.addSql(`
      create function keep_preference_change() returns trigger language plpgsql as $$
      begin
        if new is not distinct from old then return null; end if;
        insert into preference_changes (user_id, source, was, became)
        select u.id, tg_table_name, to_jsonb(old) - '{label,url}'::text[], to_jsonb(new) - '{label,url}'::text[]
        from users u where u.id = coalesce(new.user_id, old.user_id);
        return null;
      end $$`);
    for (const table of ['preferences', 'channel_choices', 'pace_choices', 'muted_subjects'])
      this.addSql(`
        create trigger keep_change after insert or update or delete on ${table}
        for each row execute function keep_preference_change()`);
  }
}
