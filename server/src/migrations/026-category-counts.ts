import { Migration } from '@mikro-orm/migrations';

/**
 * How many are unread of each category, in the inbox row. Of inboxes that are there already it is counted once, when they
 * change next: until then, and after each change by the version before, `categories_seq` is behind `seq`. What an
 * inbox counts is said here as well as in counted.ts: whoever changes that replaces count_categories.
 */
export class CategoryCounts extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Constant defaults, so that no row is written anew; of an inbox where nothing has happened they are right.
    this.addSql(`
      alter table inbox add column categories jsonb not null default '{}',
        add column categories_seq int not null default 0`);

    // As the calling statement sees the rows. Those of 100 categories by name, the others as one by the empty name,
    // which no category has.
    this.addSql(`
      create function count_categories(reader text) returns jsonb stable language sql as $$
        select coalesce(jsonb_object_agg(name, unread), '{}') from (
          select case when place <= 100 then category else '' end as name, sum(unread) as unread
          from (
            select category, count(*) as unread,
              row_number() over (order by count(*) desc, category) as place
            from notifications where user_id = reader and read_at is null and archived_at is null and snoozed_until is null
            group by category
          ) counted group by 1
        ) named
      $$`);
    // As the rows are at the call, also where the calling statement began before it had waited for the inbox; what that
    // statement itself has changed by then counts.
    this.addSql(`
      create function recount_categories(reader text) returns jsonb volatile language plpgsql as $$
      begin
        return count_categories(reader);
      end $$`);
    // A category that has no name of its own there is among the others as long as there are any, so it is never in both.
    this.addSql(`
      create function move_categories(known jsonb, names text[], moves int[]) returns jsonb immutable language plpgsql as $$
      declare
        moved jsonb := known;
        name text;
        unread int;
      begin
        for place in 1 .. coalesce(cardinality(names), 0) loop
          name := names[place];
          unread := (moved ->> name)::int;
          if unread is null then
            if moved ? '' or (select count(*) from jsonb_object_keys(moved)) >= 100 then
              name := '';
            end if;
            unread := coalesce((moved ->> name)::int, 0);
          end if;
          unread := unread + moves[place];
          moved := case when unread > 0 then moved || jsonb_build_object(name, unread) else moved - name end;
        end loop;
        return moved;
      end $$`);
  }
}
