import { Channel } from '../catalogue/category.ts';
import { deliveryJobs, filingColumns, skippedColumns, skippedValues } from '../delivery/plan.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { lockedCategories } from '../inbox/categories.ts';
import { currentEpoch, notificationColumns } from '../inbox/notification.row.ts';
import { Ring } from '../inbox/ring.ts';
import { againstSql } from '../preferences/wants.ts';

/**
 * Brings rows to the top of their inboxes, as add-statement.ts adds them: unread, and with the same decision about
 * ringing and about what is sent. The inboxes are locked. By how much each row moves the counters is known: what counts
 * already is not counted again.
 */
export function raiseSql(channels: readonly OutgoingChannel[]): string {
  const filing = filingColumns(channels);
  const jobs = deliveryJobs(channels);
  return `
  with item as materialized (
    select user_id, id, unread, unseen, place::int as content,
      row_number() over (partition by user_id order by place)::int as nth
    from unnest((select $1::text[]), $2::uuid[], $3::int[], $4::int[]) with ordinality
      item (user_id, id, unread, unseen, place)
  ), content as materialized (
    select * from unnest((select $5::text[]), $6::text[], $7::text[]
      ${filing.map(({ type }, index) => `, $${8 + index}::${type}[]`).join('')})
      with ordinality c (category, subject_type, subject_id ${filing.map(({ column }) => `, ${column}`).join('')}, no)
  ), moved as (
    update inbox i set seq = i.seq + m.n, unread = i.unread + m.unread, unseen = i.unseen + m.unseen,
      categories = move_categories(${lockedCategories('i')}, m.names, m.moves), categories_seq = i.seq + m.n
    from (
      select item.user_id, count(*)::int as n, sum(item.unread)::int as unread, sum(item.unseen)::int as unseen,
        array_agg(c.category) as names, array_agg(item.unread) as moves
      from item join content c on c.no = item.content group by item.user_id
    ) m where i.user_id = m.user_id
    returning i.user_id, i.id as inbox_id, i.seq, i.unread, i.unseen, i.categories, i.seq - m.n as before
  ), n as (
    update notifications n set seq = moved.before + item.nth, change_seq = moved.before + item.nth, read_at = null,
      archived_at = null, snoozed_until = null, woken_at = now(),
      ring = coalesce(${againstSql('now()', Channel.IN_APP, 'c.ring_default')}, '${Ring.RANG}'),
      (${skippedColumns(channels)}) = row(${skippedValues(channels)})
    from item join moved on moved.user_id = item.user_id join content c on c.no = item.content
    where n.id = item.id
    returning n.*
  ) ${jobs ? `, ${jobs}` : ''}
  select ${notificationColumns}, moved.inbox_id as "inboxId", ${currentEpoch}, moved.seq as "inboxSeq",
    moved.unread, moved.unseen, moved.categories
  from n join moved on moved.user_id = n.user_id
  ${jobs ? 'where (select count(*) from job) >= 0' : ''} order by n.user_id, n.seq`;
}
