import { v7 as uuidv7 } from 'uuid';
import {
  currentEpoch,
  notificationColumns,
  type Actor,
  type NotificationRow,
} from '../inbox/notification.row.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { deliveryJobs, filingColumns, skippedColumns, skippedValues } from '../delivery/plan.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { Channel } from '../catalogue/category.ts';
import { againstSql } from '../preferences/wants.ts';
import { Ring } from '../inbox/ring.ts';
import { Severity } from '../inbox/severity.ts';
import type { Delta } from '../inbox/delta.ts';
import { idKeptHere, keptSubject } from '../inbox/kept-subject.ts';
import type { Content } from './content.ts';
import type { Sql, Transaction } from '../platform/postgres/database.ts';
import { ensureRecipients } from '../users/user.service.ts';

/** One notification that is to be: somebody may get several at once, and many the same content. */
export interface Addition {
  readonly recipientId: string;
  readonly content: Content;
}

export interface Added {
  /** In the order of the additions. */
  readonly rows: NotificationRow[];
  /** One for each inbox, to be announced once they are committed. */
  readonly deltas: Delta[];
}

/** What becomes of the row of one addition in a group, whether it is there already or new. */
export interface Growth {
  readonly id: string;
  readonly groupKey: string;
  readonly minutes: number;
  /** How many events it stands for then, and who did them; null: one event, whose actor it has. */
  readonly count: number;
  readonly actors: readonly Actor[] | null;
  readonly actorKeys: readonly string[] | null;
  /** By how much it moves the counters. */
  readonly unread: 0 | 1;
  readonly unseen: 0 | 1;
}

type AddedRow = NotificationRow & {
  inboxId: string;
  epoch: string;
  inboxSeq: number;
  unread: number;
  unseen: number;
};

// What most do not carry comes as one object, null for most: each operator upon it then costs nothing.
const details = {
  columns: `${keptSubject.column}, subject_type, subject_id, subject_label, subject_url, actor, severity, data, image_url,
      wording, actions, request_id, expires_at`,
  values: `(c.details ->> 'keptId')::uuid, c.details ->> 'subjectType', c.details ->> 'subjectId',
      c.details ->> 'subjectLabel', c.details ->> 'subjectUrl', c.details -> 'actor',
      coalesce(c.details ->> 'severity', 'NORMAL'), c.details -> 'data', c.details ->> 'imageUrl',
      (c.details ->> 'wording')::int, c.details -> 'actions', (c.details ->> 'requestId')::uuid,
      (c.details ->> 'expiresAt')::timestamptz`,
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

const insertedColumns = (channels: readonly OutgoingChannel[]): string =>
  `seq, change_seq, service, type, category, title, message, url, ${details.columns}, ring, ${skippedColumns(channels)}`;

/** Columns that are the same in all events of a row are among them: who joins says them again. */
const replaced = (inserted: string): string =>
  `${inserted}, event_count, actors, actor_keys, created_at, read_at, archived_at`
    .split(',')
    .map((column) => `${column.trim()} = excluded.${column.trim()}`)
    .join(', ');

const newCounts = 'count(*)::int as unread, count(*)::int as unseen';
const grownCounts = `sum((growth ->> 'unread')::int)::int as unread, sum((growth ->> 'unseen')::int)::int as unseen`;

// One statement locks the inboxes in their one order, moves them, and adds the rows at the seqs that this gave. It
// depends on nothing that its snapshot showed: a row that was waited for is read anew by the lock and by the update.
// The first array of each list is hidden in a select: seeing how short it is PostgreSQL would think that a plan made
// for just these values pays, and make one each time, which takes as long as the work itself.
type Kind = 'plain' | 'asking' | 'grouped';

function addSql(channels: readonly OutgoingChannel[], kind: Kind): string {
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
  ), content as materialized (
    select * from unnest((select $4::text[]), $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::jsonb[], ${filing.map(({ type }, index) => `$${13 + index}::${type}[]`).join(', ')})
      with ordinality c (type, category, title, message, url, subject_type, subject_id, service, details,
        ${filing.map(({ column }) => column).join(', ')}, no)
  ), mine as materialized (
    select i.user_id, c.n, c.unread, c.unseen
    from inbox i join (select user_id, count(*)::int as n, ${isGrouped ? grownCounts : newCounts} from item group by user_id) c on c.user_id = i.user_id
    order by i.user_id for update of i
  ), moved as (
    update inbox i set seq = i.seq + m.n, unread = i.unread + m.unread, unseen = i.unseen + m.unseen
    from mine m where i.user_id = m.user_id
    returning i.user_id, i.id as inbox_id, i.seq, i.unread, i.unseen, i.seq - m.n as before
  ), n as (
    insert into notifications (id, user_id, ${inserted} ${isGrouped ? `, ${growth.columns}` : ''})
    select item.id, item.user_id, moved.before + item.nth, moved.before + item.nth,
      c.service, c.type, c.category, c.title, c.message, c.url, ${details.values},
      coalesce(${againstSql('now()', Channel.IN_APP, 'c.ring_default')}, '${Ring.RANG}'), ${skippedValues(channels)}
      ${isGrouped ? `, ${growth.values}` : ''}
    from item join moved on moved.user_id = item.user_id
      join content c on c.no = item.content
    ${isGrouped ? `on conflict (id) do update set ${replaced(inserted)}` : ''}
    returning *
  ) ${jobs ? `, ${jobs}` : ''} ${kind === 'asking' ? `, ${newRequests}` : ''}
  select ${notificationColumns}, moved.inbox_id as "inboxId", ${currentEpoch}, moved.seq as "inboxSeq",
    moved.unread, moved.unseen
  from n join moved on moved.user_id = n.user_id
  ${jobs ? 'where (select count(*) from job) >= 0' : ''} order by n.user_id, n.seq`;
}

/** Knows how each notification is to be filed and delivered. */
export interface SendSetup {
  readonly catalogue: Catalogue;
  readonly channels: readonly OutgoingChannel[];
  /** That add them: as they come; with requests that are made; to rows that are there already. */
  readonly statements: Readonly<Record<Kind, string>>;
}

export const sendSetup = (catalogue: Catalogue, channels: readonly OutgoingChannel[]): SendSetup => ({
  catalogue,
  channels,
  statements: {
    plain: addSql(channels, 'plain'),
    asking: addSql(channels, 'asking'),
    grouped: addSql(channels, 'grouped'),
  },
});

/** Adds notifications to inboxes, 500 at most at a time. Recipients who were never seen get an inbox. */
export async function addNotifications(
  sql: Transaction,
  setup: SendSetup,
  additions: readonly Addition[],
): Promise<Added> {
  const recipients = [...new Set(additions.map(({ recipientId }) => recipientId))];
  // Of several, who is missing is made before any inbox is locked: after that it would be locked out of its order. One
  // alone is nearly always there, and has no order.
  if (recipients.length > 1) await ensureRecipients(sql, await unknownOf(sql, recipients));
  const added = await addToKnown(sql, setup, additions);
  if (added.rows[0]) return added as Added;
  await ensureRecipients(sql, recipients);
  return (await addToKnown(sql, setup, additions)) as Added;
}

export async function unknownOf(sql: Sql, recipients: readonly string[]): Promise<string[]> {
  const unknown = await sql.query<{ id: string }>(
    `select r.id from unnest($1::text[]) r (id) where not exists (select from inbox i where i.user_id = r.id)`,
    [recipients],
  );
  return unknown.map(({ id }) => id);
}

/**
 * The same in one statement, which does not need a transaction around it, for recipients who have an inbox.
 * @param growths of additions in a group, one for each; the inboxes were locked before they were found
 * @returns no row for those who have none: nothing was done for them
 */
export async function addToKnown(
  sql: Sql,
  setup: SendSetup,
  additions: readonly Addition[],
  growths?: readonly Growth[],
): Promise<Omit<Added, 'rows'> & { rows: (NotificationRow | undefined)[] }> {
  const ids = growths?.map(({ id }) => id) ?? additions.map(() => uuidv7());
  const added = await insert(sql, setup, additions, ids, growths);
  const deltas = deltasOf(added);
  const byId = new Map(deltas.flatMap(({ upserted }) => upserted).map((row) => [row.id, row]));
  return { rows: ids.map((id) => byId.get(id)), deltas };
}

function insert(
  sql: Sql,
  { catalogue, channels, statements }: SendSetup,
  additions: readonly Addition[],
  ids: readonly string[],
  growths: readonly Growth[] | undefined,
): Promise<AddedRow[]> {
  const contents = [...new Set(additions.map(({ content }) => content))];
  const numbers = new Map(contents.map((content, index) => [content, index + 1]));
  const categories = contents.map(({ category }) => catalogue.category(category));
  const isAsking = contents.some(({ newRequestKey }) => newRequestKey !== null);
  const kind = growths ? 'grouped' : isAsking ? 'asking' : 'plain';
  return sql.query<AddedRow>(statements[kind], [
    additions.map(({ recipientId }) => recipientId),
    ids,
    additions.map(({ content }) => numbers.get(content)),
    contents.map(({ type }) => type),
    contents.map(({ category }) => category),
    contents.map(({ title }) => title),
    contents.map(({ message }) => message),
    contents.map(({ url }) => url),
    contents.map(({ subject }) => subject?.type),
    contents.map(({ subject }) => subject?.id),
    contents.map(({ service }) => service),
    contents.map(detailsOf),
    ...filingColumns(channels).map(({ of }) => categories.map(of)),
    ...(growths ? [growths.map((growth) => JSON.stringify(growth))] : []),
  ]);
}

/** As JSON; null for content that carries nothing besides its text. What is null in it is left out. */
function detailsOf(content: Content): string | null {
  const { subject, actor, severity, data, imageUrl, wording, actions, requestId, newRequestKey } = content;
  const { expiresAt } = content;
  const carried = subject ?? actor ?? data ?? imageUrl ?? wording ?? requestId ?? expiresAt;
  if (carried === null && severity === Severity.NORMAL) return null;
  const keptId = subject ? idKeptHere(subject) : undefined;
  const found = {
    keptId,
    ...(keptId === undefined && { subjectType: subject?.type, subjectId: subject?.id }),
    subjectLabel: subject?.label ?? undefined,
    subjectUrl: subject?.url ?? undefined,
    actor: actor ?? undefined,
    severity,
    imageUrl: imageUrl ?? undefined,
    wording: wording ?? undefined,
    actions: actions ?? undefined,
    requestId: requestId ?? undefined,
    newRequestKey: newRequestKey ?? undefined,
    expiresAt: expiresAt ?? undefined,
  };
  const text = JSON.stringify(found);
  // It is written already.
  return data === null ? text : `${text.slice(0, -1)},"data":${data}}`;
}

/** @param added by inbox, and in each by seq */
function deltasOf(added: readonly AddedRow[]): Delta[] {
  const deltas = new Map<string, { delta: Delta; rows: NotificationRow[] }>();
  for (const { inboxId: id, epoch, inboxSeq: seq, unread, unseen, ...row } of added) {
    const known = deltas.get(row.userId);
    if (known) {
      known.rows.push(row);
      continue;
    }
    const rows = [row];
    const inbox = { id, userId: row.userId, epoch, seq, unread, unseen };
    const delta = { fromSeq: row.seq - 1, toSeq: seq, inbox, upserted: rows, removedIds: [] };
    deltas.set(row.userId, { rows, delta: { ...delta, hasMore: false, resync: false } });
  }
  return [...deltas.values()].map(({ delta }) => delta);
}
