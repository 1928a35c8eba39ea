import type { NotificationFilter } from '../src/generated/graphql.ts';
import { subjectOf, type FakeRow } from './fake-row.ts';

/** What an act upon many is about. */
export type All = { upToSeq: number; filter?: NotificationFilter; until?: string };

/** As the schema says it, and on purpose not by what the client does: the two are held against each other. */
export function isLetThrough(row: FakeRow, filter: NotificationFilter = {}): boolean {
  const { state = 'INBOX', categories, types, severities, subject, since, until, search, isPinned } = filter;
  if (categories && !categories.includes(row.category)) return false;
  if (types && !types.includes(row.type)) return false;
  if (severities && !severities.some((severity) => severity === row.severity)) return false;
  if (since && row.createdAt < since) return false;
  if (until && row.createdAt >= until) return false;
  const words = `${row.title} ${row.message}`.toLowerCase().split(' ');
  if (search?.split(' ').some((part) => !words.some((word) => word.startsWith(part.toLowerCase()))))
    return false;
  if (subject && idsOf(row).every((id) => id !== `${subject.type}/${subject.id}`)) return false;
  if (isPinned != null && isPinned !== row.isPinned) return false;
  const isInInbox = row.archivedAt === null && row.snoozedUntil === null;
  switch (state) {
    case 'INBOX':
      return isInInbox;
    case 'UNREAD':
      return isInInbox && row.readAt === null;
    case 'READ':
      return isInInbox && row.readAt !== null;
    case 'SNOOZED':
      return row.snoozedUntil !== null;
    case 'ARCHIVED':
      return row.archivedAt !== null;
    case 'ALL':
    case null:
      return true;
  }
}

const idsOf = (row: FakeRow) =>
  [subjectOf(row)].flatMap((about) => (about ? `${about.type}/${about.subjectId}` : []));
