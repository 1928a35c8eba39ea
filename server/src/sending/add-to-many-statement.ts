import { deliveryJobs } from '../delivery/plan.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { lockedCategories } from '../inbox/categories.ts';
import { addedColumns, contentCte, insertedColumns, insertedValues } from './add-statement.ts';

/** By one: what `move_categories` does, without the call where the category has a number already or is the first. */
const movedCategories = `case
        when i.categories_seq = i.seq and i.categories ? c.category
          then i.categories || jsonb_build_object(c.category, (i.categories ->> c.category)::int + 1)
        when i.categories_seq = i.seq and i.categories = '{}' then jsonb_build_object(c.category, 1)
        else move_categories(${lockedCategories('i')}, array[c.category], array[1]) end`;

/**
 * As `addSql`, with one content (`content` has one row) and each recipient once. Who is locked is found by all ids at
 * once, which are neighbours in the index, and moved by the same ids when all are locked: whatever `mine` has to give
 * is given after that.
 */
export function addToManySql(channels: readonly OutgoingChannel[]): string {
  const jobs = deliveryJobs(channels);
  const recipients = 'any((select $1::text[])::text[])';
  return `
  with ${contentCte(channels)}, mine as materialized (
    select i.user_id from inbox i where i.user_id = ${recipients} order by i.user_id for update
  ), moved as (
    update inbox i set seq = i.seq + 1, unread = i.unread + 1, unseen = i.unseen + 1, categories_seq = i.seq + 1,
      categories = ${movedCategories}
    from content c, (select count(*) as locked from mine) all_mine
    where i.user_id = ${recipients} and all_mine.locked > 0
    returning i.user_id, i.id as inbox_id, i.seq, i.unread, i.unseen, i.categories
  ), item as materialized (
    select user_id, seq, 1::bigint as content, overlay(gen_random_uuid()::text placing $2 from 1 for 15)::uuid as id from moved
  ), n as (
    insert into notifications (id, user_id, ${insertedColumns(channels)})
    select item.id, item.user_id, item.seq, item.seq, ${insertedValues(channels)}
    from item join content c on c.no = item.content
    returning *
  ) ${jobs ? `, ${jobs}` : ''}
  select ${addedColumns} from n join moved on moved.user_id = n.user_id
  where n.user_id = any((select $3::text[])::text[]) ${jobs ? 'and (select count(*) from job) >= 0' : ''}
  order by n.user_id`;
}
