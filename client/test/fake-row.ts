import type { ApplicationStatus, NotificationRowFragment, Ring, Severity } from '../src/generated/graphql.ts';

export type FakeRow = {
  id: string;
  seq: number;
  changeSeq: number;
  title: string;
  message: string;
  url: string | null;
  createdAt: string;
  readAt: string | null;
  archivedAt: string | null;
  snoozedUntil: string | null;
  isPinned: boolean;
  settledAt: string | null;
  editedAt: string | null;
  retractedAt: string | null;
  isEscalated: boolean;
  ring: Ring | null;
  type: string;
  category: string;
  severity: Severity;
  imageUrl: string | null;
  /** Its application, if it has one and none is said. */
  subject: NotificationRowFragment['subject'];
  actor: NotificationRowFragment['actors'][number] | null;
  count: number;
  /** Its actor alone, if none are said. */
  actors: NotificationRowFragment['actors'] | undefined;
  actorCount: number | undefined;
  actions: NotificationRowFragment['actions'];
  outcome: NotificationRowFragment['outcome'];
  application: FakeApplication | null;
};

type FakeApplication = {
  id: string;
  title: string;
  status?: ApplicationStatus;
  decidedBy?: { id: string; name: string };
};

/** What of a notification depends on nothing but itself, as the schema has it. */
export const shapeOf = (row: FakeRow) => ({
  ...row,
  __typename: 'Notification',
  subject: subjectOf(row),
  actors: row.actors ?? (row.actor ? [row.actor] : []),
  actorCount: row.actorCount ?? (row.actor ? 1 : 0),
  isRead: row.readAt !== null,
  cursor: String(row.seq),
  application: row.application && {
    __typename: 'Application',
    status: 'SUBMITTED',
    ...row.application,
    decidedAt: row.application.decidedBy ? '2026-01-02T00:00:00.000Z' : null,
    reason: null,
    decidedBy: row.application.decidedBy
      ? { __typename: 'User', role: 'INSTRUCTOR', ...row.application.decidedBy }
      : null,
  },
});

export function subjectOf({ subject, application }: FakeRow): FakeRow['subject'] {
  if (subject || !application) return subject;
  const { id, title } = application;
  return { type: 'application', subjectId: id, label: title, url: `/applications/${id}` };
}

export const usualRow = (seq: number): FakeRow => ({
  id: `n${seq}`,
  seq,
  changeSeq: seq,
  title: `Notification ${seq}`,
  message: 'Something happened.',
  url: null,
  createdAt: new Date().toISOString(),
  readAt: null,
  archivedAt: null,
  snoozedUntil: null,
  isPinned: false,
  settledAt: null,
  editedAt: null,
  retractedAt: null,
  isEscalated: false,
  ring: 'RANG',
  type: 'system',
  category: 'general',
  severity: 'NORMAL',
  imageUrl: null,
  subject: null,
  actor: null,
  count: 1,
  actors: undefined,
  actorCount: undefined,
  actions: [],
  outcome: null,
  application: null,
});

/** One as it is answered. */
export const answeredRow = (row: Partial<FakeRow> = {}): NotificationRowFragment =>
  shapeOf({ ...usualRow(row.seq ?? 1), ...row }) as NotificationRowFragment;

/** A page of these, with more below. */
export const answeredPage = (rows: NotificationRowFragment[]) => ({
  __typename: 'NotificationConnection',
  edges: rows.map((node) => ({ __typename: 'NotificationEdge', node })),
  pageInfo: {
    __typename: 'PageInfo',
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: `c${rows[0]?.id}`,
    endCursor: `c${rows.at(-1)?.id}`,
  },
  inbox: {
    __typename: 'Inbox',
    id: 'inbox',
    counts: { __typename: 'InboxCounts', epoch: 'a', seq: 1, unread: 0, unseen: 0, categories: [] },
  },
});

/** What becomes of a row; nothing where there is nothing to change. */
export type ChangeOf = (row: FakeRow) => Partial<FakeRow> | false | null | '';

export const NOW = () => new Date().toISOString();

/** How many there are of each category, most first, then by name. */
export function categoriesOf(unread: FakeRow[]) {
  const byName = Map.groupBy(unread, ({ category }) => category);
  return [...byName]
    .map(([category, rows]) => ({ category, unread: rows.length, isRest: false }))
    .sort((a, b) => b.unread - a.unread || (a.category < b.category ? -1 : 1));
}
