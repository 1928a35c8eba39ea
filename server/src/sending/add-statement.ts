import { Channel } from '../catalogue/category.ts';
import { deliveryJobs, filingColumns, skippedColumns, skippedValues } from '../delivery/plan.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { lockedCategories } from '../inbox/categories.ts';
import { keptSubject } from '../inbox/kept-subject.ts';
import { currentEpoch, notificationColumns } from '../inbox/notification.row.ts';
import { Ring } from '../inbox/ring.ts';
import { againstSql } from '../preferences/wants.ts';

/** As they come; with requests that are made; or to rows that may be there already (`item.growth`). */
export type Kind = 'plain' | 'asking' | 'grouped';

// What most do not carry comes as one object, null for most: each operator upon it then costs nothing.
const details = {
  columns: `${keptSubject.column}, subject_type, subject_id, subject_label, subject_url, actor, severity, data, image_url,
      wording, actions, request_id, expires_at, idempotency_key, is_escalated`,
  values: `(c.details ->> 'keptId')::uuid, c.details ->> 'subjectType', c.details ->> 'subjectId',
      c.details ->> 'subjectLabel', c.details ->> 'subjectUrl', c.details -> 'actor',
      coalesce(c.details ->> 'severity', 'NORMAL'), c.details -> 'data', c.details ->> 'imageUrl',
      (c.details ->> 'wording')::int, c.details -> 'actions', (c.details ->> 'requestId')::uuid,
      (c.details ->> 'expiresAt')::timestamptz, c.details ->> 'idempotencyKey',
      coalesce((c.details ->> 'isEscalated')::boolean, false)`,
};

// It may have been made already, where the recipient had no inbox at the first try.
const newRequests = `requested as (
    insert into requests (id, service, subject_type, subject_id, request_key, actions)
    select (c.details ->> 'requestId')::uuid, c.service, coalesce(c.subject_type, ''), coalesce(c.subject_id, ''),
      c.details ->> 'newRequestKey', c.details -> 'actions'
    from content c where c.details ? 'newRequestKey'
    on conflict do nothing
  )`;

// Of what may join a row that is there already: it then becomes what it would be if it were new, but for its id and for
// how long it grows. `item.growth` is a Growth.
const growth = {
  columns: 'group_key, grows_until, event_count, actors, actor_keys',
  values: `item.growth ->> 'groupKey', now() + make_interval(mins => (item.growth ->> 'minutes')::int),
      (item.growth ->> 'count')::int, nullif(item.growth -> 'actors', 'null'),
      (select array_agg(key) from jsonb_array_elements_text(nullif(item.growth -> 'actorKeys', 'null')) key)`,
};

/** A CTE of the contents, one a row. Its parameters are `$4` and on: those of `contentValues`. */
export function contentCte(channels: readonly OutgoingChannel[]): string {
  const filing = filingColumns(channels);
  return `content as materialized (
    select * from unnest((select $4::text[]), $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::jsonb[], ${filing.map(({ type }, index) => `$${13 + index}::${type}[]`).join(', ')})
      with ordinality c (type, category, title, message, url, subject_type, subject_id, service, details,
        ${filing.map(({ column }) => column).join(', ')}, no)
  )`;
}

/** Of an AddedRow, from `n` and `moved`. */
export const addedColumns = `${notificationColumns}, moved.inbox_id as "inboxId", ${currentEpoch},
    moved.seq as "inboxSeq", moved.unread, moved.unseen, moved.categories`;

export const insertedColumns = (channels: readonly OutgoingChannel[]): string =>
  `seq, change_seq, service, type, category, title, message, url, ${details.columns}, ring, ${skippedColumns(channels)}`;

/** Theirs from `item` and `content c`, but for both seqs. */
export const insertedValues = (channels: readonly OutgoingChannel[]): string =>
  `c.service, c.type, c.category, c.title, c.message, c.url, ${details.values},
      coalesce(${againstSql('now()', Channel.IN_APP, 'c.ring_default')}, '${Ring.RANG}'), ${skippedValues(channels)}`;

/** Columns that are the same in all events of a row are among them: who joins says them again. */
const replaced = (inserted: string): string =>
  `${inserted}, event_count, actors, actor_keys, created_at, read_at, archived_at, snoozed_until, woken_at, edited_at`
    .split(',')
    .map((column) => `${column.trim()} = excluded.${column.trim()}`)
    .join(', ');

// By how much each inbox moves; `names` are of categories, `moves` by how much each of these does.
const newCounts = `count(*)::int as unread, count(*)::int as unseen,
        array_agg(c.category) as names, array_agg(1) as moves`;
const leaves = `filter (where growth ->> 'leaves' is not null)`;
const grownCounts = `sum((growth ->> 'unread')::int)::int as unread, sum((growth ->> 'unseen')::int)::int as unseen,
        array_agg(c.category) || array_agg(growth ->> 'leaves') ${leaves} as names,
        array_agg(1) || array_agg(-1) ${leaves} as moves`;

/**
 * One statement locks the inboxes in their one order, moves them, and adds the rows at the seqs that this gave. It
 * depends on nothing that its snapshot showed: a row that was waited for is read anew by the lock and by the update.
 * The first array of each list is hidden in a select: seeing how short it is PostgreSQL would think that a plan made
 * for just these values pays, and make one each time, which takes as long as the work itself.
 */
export function addSql(channels: readonly OutgoingChannel[], kind: Kind): string {
  const filing = filingColumns(channels);
  const jobs = deliveryJobs(channels);
  const isGrouped = kind === 'grouped';
  const inserted = insertedColumns(channels);
  return `
  with item as materialized (
    select user_id, id, content, row_number() over (partition by user_id order by place)::int as nth
      ${isGrouped ? ', growth' : ''}
    from unnest((select $1::text[]), $2::uuid[], $3::int[] ${isGrouped ? `, $${13 + filing.length}::jsonb[]` : ''}) with ordinality
      item (user_id, id, content ${isGrouped ? ', growth' : ''}, place)
  ), ${contentCte(channels)}, mine as materialized (
    select i.user_id, c.n, c.unread, c.unseen, c.names, c.moves
    from inbox i join (
      select user_id, count(*)::int as n, ${isGrouped ? grownCounts : newCounts}
      from item join content c on c.no = item.content group by user_id
    ) c on c.user_id = i.user_id
    order by i.user_id for update of i
  ), moved as (
    update inbox i set seq = i.seq + m.n, unread = i.unread + m.unread, unseen = i.unseen + m.unseen,
      categories = move_categories(${lockedCategories('i')}, m.names, m.moves), categories_seq = i.seq + m.n
    from mine m where i.user_id = m.user_id
    returning i.user_id, i.id as inbox_id, i.seq, i.unread, i.unseen, i.categories, i.seq - m.n as before
  ), n as (
    insert into notifications (id, user_id, ${inserted} ${isGrouped ? `, ${growth.columns}` : ''})
    select item.id, item.user_id, moved.before + item.nth, moved.before + item.nth, ${insertedValues(channels)}
      ${isGrouped ? `, ${growth.values}` : ''}
    from item join moved on moved.user_id = item.user_id
      join content c on c.no = item.content
    ${isGrouped ? `on conflict (id) do update set ${replaced(inserted)}` : ''}
    returning *
  ) ${jobs ? `, ${jobs}` : ''} ${kind === 'asking' ? `, ${newRequests}` : ''}
  select ${addedColumns} from n join moved on moved.user_id = n.user_id
  ${jobs ? 'where (select count(*) from job) >= 0' : ''} order by n.user_id, n.seq`;
}
