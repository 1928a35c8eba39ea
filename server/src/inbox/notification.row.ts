import type { InboxState } from './inbox-state.ts';
import type { Action, Outcome } from './action.ts';
import { categoriesColumn, lockedCategories, type UnreadByCategory } from './categories.ts';
import type { Ring } from './ring.ts';
import type { Severity } from './severity.ts';
import { subjectIdColumn, subjectTypeColumn } from './subject.ts';

/** Who did what a notification tells. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly imageUrl: string | null;
}

/** How many of those who did it a row has. */
export const MAX_ACTORS = 3;

/** One row of `notifications`, as it is read, announced and shown. Moments are ISO 8601 strings in UTC. */
export interface NotificationRow {
  readonly id: string;
  readonly userId: string;
  readonly seq: number;
  readonly changeSeq: number;
  readonly type: string;
  readonly category: string;
  readonly title: string;
  readonly message: string;
  readonly url: string | null;
  /** Which words of its declared type it is read in; null: title and message are its own. */
  readonly wording: number | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly subjectLabel: string | null;
  readonly subjectUrl: string | null;
  /** Of the newest event. */
  readonly actor: Actor | null;
  /** How many events it stands for. */
  readonly count: number;
  /** Of several events, the last three who did it, newest first; null: it stands for one. */
  readonly actors: readonly Actor[] | null;
  /** How many these were; null: it stands for one. */
  readonly actorCount: number | null;
  readonly severity: Severity;
  /** A JSON object; null: an empty one. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly imageUrl: string | null;
  /** Null: none, or none any more. */
  readonly actions: readonly Action[] | null;
  readonly outcome: Outcome | null;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly archivedAt: string | null;
  readonly snoozedUntil: string | null;
  readonly isPinned: boolean;
  readonly settledAt: string | null;
  readonly expiresAt: string | null;
  /** When its sender said it anew last. */
  readonly editedAt: string | null;
  /** When its sender took it back, though its reader had seen it. */
  readonly retractedAt: string | null;
  /** Whether it came since nobody who was asked before had answered in time. */
  readonly isEscalated: boolean;
  readonly ring: Ring | null;
}

/** A select list of NotificationRow from the table or CTE that goes by the name `n`. */
export const notificationColumns = `n.id, n.user_id as "userId", n.seq, n.change_seq as "changeSeq", n.type, n.category,
  n.title, n.message, n.url, n.wording, ${subjectTypeColumn} as "subjectType", ${subjectIdColumn} as "subjectId",
  n.subject_label as "subjectLabel", n.subject_url as "subjectUrl", n.actor,
  n.event_count as "count", n.actors, cardinality(n.actor_keys) as "actorCount", n.severity, n.data,
  n.image_url as "imageUrl", n.actions, n.outcome, n.created_at as "createdAt", n.read_at as "readAt",
  n.archived_at as "archivedAt", n.snoozed_until as "snoozedUntil", n.pinned_at is not null as "isPinned",
  n.settled_at as "settledAt", n.expires_at as "expiresAt", n.edited_at as "editedAt", n.retracted_at as "retractedAt",
  n.is_escalated as "isEscalated", n.ring`;

/** The epoch of this very snapshot, for a select list. */
export const currentEpoch = '(select value from epoch) as epoch';

/** A select list of InboxState from the table or CTE that goes by the name `i`. */
export const inboxColumns = inboxColumnsWith(categoriesColumn);
/** The same for a statement that locks it. */
export const lockedInboxColumns = inboxColumnsWith(lockedCategories('i'));

function inboxColumnsWith(categories: string): string {
  return `i.id, i.user_id as "userId", ${currentEpoch}, i.seq, i.unread, i.unseen, ${categories} as categories`;
}

/** One inbox and some of its notifications, read at one moment, so that the counters fit the rows. */
export interface InboxSnapshot {
  readonly inbox: InboxState & { readonly floorSeq: number };
  readonly rows: NotificationRow[];
}

export type JoinedRow = NotificationRow & {
  inboxId: string;
  owner: string;
  epoch: string;
  inboxSeq: number;
  floorSeq: number;
  unread: number;
  unseen: number;
  /** In one of the rows, since it may be long. */
  categories: UnreadByCategory | null;
  extra?: boolean;
};

/**
 * One statement, so one snapshot: the inbox of `$1` beside whatever `select` finds in it.
 * @param select a select from `notifications n` that uses `$1` as the user; its order is kept
 * @param extra one more value to read in the same moment
 */
export const snapshotSql = (select: string, order: string, extra = 'false'): string => `
  select i.id as "inboxId", i.user_id as owner, ${currentEpoch}, i.seq as "inboxSeq",
    i.floor_seq as "floorSeq", i.unread, i.unseen, ${extra} as extra,
    case when row_number() over () = 1 then ${categoriesColumn} end as categories, r.*
  from inbox i left join lateral (${select}) r on true
  where i.user_id = $1 ${order}`;

export function toSnapshot(joined: readonly JoinedRow[]): InboxSnapshot | undefined {
  const [first] = joined;
  if (!first) return undefined;
  const { inboxId: id, owner: userId, epoch, inboxSeq: seq, floorSeq, unread, unseen } = first;
  const { categories } = joined.find((row) => row.categories)!;
  const isEmpty = joined.length === 1 && first.userId === null;
  return {
    inbox: { id, userId, epoch, seq, floorSeq, unread, unseen, categories: categories! },
    rows: isEmpty ? [] : joined.map(notificationOf),
  };
}

// The names are spelled out: a row that is kept or sent must not carry the columns of the join along.
export const notificationOf = (row: NotificationRow): NotificationRow => ({
  id: row.id,
  userId: row.userId,
  seq: row.seq,
  changeSeq: row.changeSeq,
  type: row.type,
  category: row.category,
  title: row.title,
  message: row.message,
  url: row.url,
  wording: row.wording,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  subjectLabel: row.subjectLabel,
  subjectUrl: row.subjectUrl,
  actor: row.actor,
  count: row.count,
  actors: row.actors,
  actorCount: row.actorCount,
  severity: row.severity,
  data: row.data,
  imageUrl: row.imageUrl,
  actions: row.actions,
  outcome: row.outcome,
  createdAt: row.createdAt,
  readAt: row.readAt,
  archivedAt: row.archivedAt,
  snoozedUntil: row.snoozedUntil,
  isPinned: row.isPinned,
  settledAt: row.settledAt,
  expiresAt: row.expiresAt,
  editedAt: row.editedAt,
  retractedAt: row.retractedAt,
  isEscalated: row.isEscalated,
  ring: row.ring,
});
