import { Migration } from '@mikro-orm/migrations';

/** What services, admins and operators did. Rows come, and go after 400 days; nothing else happens to them. */
export class AuditLog extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`
      create table audit_log (
        id uuid primary key,
        at timestamptz(3) not null default now(),
        actor_kind text not null,
        actor text not null,
        key_id uuid,
        address text,
        act text not null,
        object_id text not null
      )`);
    this.addSql(`create index audit_log_actor on audit_log (actor, id)`);
    this.addSql(`create index audit_log_act on audit_log (act, id)`);
    this.addSql(`create index audit_log_age on audit_log (at)`);
    // Against a slip in the program or at its prompt. Whoever owns the table can drop the trigger.
    this.addSql(`
      create function keep_audit_log() returns trigger language plpgsql as $$
      begin
        -- A person's name goes when they are erased; what was done stays.
        if tg_op = 'UPDATE' and old.actor_kind = 'USER' and new.actor = '' and new.address is null
          and (new.id, new.at, new.actor_kind, new.key_id, new.act, new.object_id)
            is not distinct from (old.id, old.at, old.actor_kind, old.key_id, old.act, old.object_id) then
          return new;
        end if;
        if tg_op = 'DELETE' and old.at < now() - interval '400 days' then return old; end if;
        raise exception 'The audit log is only added to, and what is in it stays for 400 days';
      end $$`);
    this.addSql(`
      create trigger keep_audit_log before update or delete on audit_log
      for each row execute function keep_audit_log()`);
    this.addSql(`
      create trigger keep_audit_log_whole before truncate on audit_log
      for each statement execute function keep_audit_log()`);
  }
}
