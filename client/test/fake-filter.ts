import type { NotificationFilter } from '../src/generated/graphql.ts';
import type { FakeRow } from './fake-row.ts';

/** As the schema says it, and on purpose not by what the client does: the two are held against each other. */
export function isLetThrough(row: FakeRow, filter: NotificationFilter = {}): boolean {
  const { state = 'INBOX', categories, types, subject } = filter;
  if (categories && !categories.includes(row.category)) return false;
  if (types && !types.includes(row.type)) return false;
  if (subject && (subject.type !== 'application' || row.application?.id !== subject.id)) return false;
  switch (state) {
    case 'INBOX':
      return row.archivedAt === null;
    case 'UNREAD':
      return row.archivedAt === null && row.readAt === null;
    case 'READ':
      return row.archivedAt === null && row.readAt !== null;
    case 'ARCHIVED':
      return row.archivedAt !== null;
    case 'ALL':
    case null:
      return true;
  }
}
