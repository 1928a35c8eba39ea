import { v7 as uuidv7 } from 'uuid';
import type { Actor, NotificationRow } from '../inbox/notification.row.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { filingColumns } from '../delivery/plan.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { Severity } from '../inbox/severity.ts';
import type { UnreadByCategory } from '../inbox/categories.ts';
import type { Delta } from '../inbox/delta.ts';
import { idKeptHere } from '../inbox/kept-subject.ts';
import { addSql, type Kind } from './add-statement.ts';
import { addToManySql } from './add-to-many-statement.ts';
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
  /** The category that it is counted in before this; null: in none. */
  readonly leaves: string | null;
}

export type AddedRow = NotificationRow & {
  inboxId: string;
  epoch: string;
  inboxSeq: number;
  unread: number;
  unseen: number;
  categories: UnreadByCategory;
};

/** Knows how each notification is to be filed and delivered. */
export interface SendSetup {
  readonly catalogue: Catalogue;
  readonly channels: readonly OutgoingChannel[];
  readonly statements: Readonly<Record<Kind, string>>;
  /** Of one content to many. */
  readonly manyStatement: string;
}

export const sendSetup = (catalogue: Catalogue, channels: readonly OutgoingChannel[]): SendSetup => ({
  catalogue,
  channels,
  statements: {
    plain: addSql(channels, 'plain'),
    asking: addSql(channels, 'asking'),
    grouped: addSql(channels, 'grouped'),
  },
  manyStatement: addToManySql(channels),
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
    `select unnest($1::text[]) as id except select user_id from inbox where user_id = any($1)`,
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
  const isAsking = additions.some(({ content }) => content.newRequestKey !== null);
  const added = growths
    ? await insert(sql, setup, 'grouped', additions, ids, [growths.map((growth) => JSON.stringify(growth))])
    : await insert(sql, setup, isAsking ? 'asking' : 'plain', additions, ids);
  const deltas = deltasOf(added);
  const byId = new Map(deltas.flatMap(({ upserted }) => upserted).map((row) => [row.id, row]));
  return { rows: ids.map((id) => byId.get(id)), deltas };
}

/** @param more what the kind of statement takes besides */
function insert(
  sql: Sql,
  { catalogue, channels, statements }: SendSetup,
  kind: Kind,
  additions: readonly Addition[],
  ids: readonly string[],
  more: readonly unknown[] = [],
): Promise<AddedRow[]> {
  const contents = [...new Set(additions.map(({ content }) => content))];
  const numbers = new Map(contents.map((content, index) => [content, index + 1]));
  return sql.query<AddedRow>(statements[kind], [
    additions.map(({ recipientId }) => recipientId),
    ids,
    additions.map(({ content }) => numbers.get(content)),
    ...contentValues(catalogue, channels, contents),
    ...more,
  ]);
}

/** The parameters of `contentCte`. */
export function contentValues(
  catalogue: Catalogue,
  channels: readonly OutgoingChannel[],
  contents: readonly Content[],
): unknown[] {
  const categories = contents.map(({ category }) => catalogue.category(category));
  return [
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
  ];
}

/** As JSON; null for content that carries nothing besides its text. What is null in it is left out. */
function detailsOf(content: Content): string | null {
  const { subject, actor, severity, data, imageUrl, wording, actions, requestId, newRequestKey } = content;
  const { expiresAt, idempotencyKey } = content;
  const carried = subject ?? actor ?? data ?? imageUrl ?? wording ?? requestId ?? expiresAt ?? idempotencyKey;
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
    idempotencyKey: idempotencyKey ?? undefined,
    isEscalated: content.isEscalated || undefined,
  };
  const text = JSON.stringify(found);
  // It is written already.
  return data === null ? text : `${text.slice(0, -1)},"data":${data}}`;
}

/** @param added by inbox, and in each by seq */
export function deltasOf(added: readonly AddedRow[]): Delta[] {
  const deltas = new Map<string, { delta: Delta; rows: NotificationRow[] }>();
  for (const { inboxId: id, epoch, inboxSeq: seq, unread, unseen, categories, ...row } of added) {
    const known = deltas.get(row.userId);
    if (known) {
      known.rows.push(row);
      continue;
    }
    const rows = [row];
    const inbox = { id, userId: row.userId, epoch, seq, unread, unseen, categories };
    const delta = { fromSeq: row.seq - 1, toSeq: seq, inbox, upserted: rows, removedIds: [] };
    deltas.set(row.userId, { rows, delta: { ...delta, hasMore: false, resync: false } });
  }
  return [...deltas.values()].map(({ delta }) => delta);
}
