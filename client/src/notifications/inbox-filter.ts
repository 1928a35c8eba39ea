import type { NotificationFilter, NotificationRowFragment } from '../generated/graphql.ts';

export const PAGE_SIZE = 20;

/** The three views of the inbox; the objects are constants, since they are part of the cache's keys. */
export const inboxFilters = {
  all: { state: 'INBOX' },
  unread: { state: 'UNREAD' },
  read: { state: 'READ' },
} as const satisfies Record<string, NotificationFilter>;

export type InboxView = keyof typeof inboxFilters;

type Filterable = Pick<NotificationRowFragment, 'archivedAt' | 'isRead' | 'category' | 'type'>;

export function matchesFilter(row: Filterable, filter: NotificationFilter | null | undefined): boolean {
  return (
    matchesState(row, filter?.state) &&
    (filter?.categories?.includes(row.category) ?? true) &&
    (filter?.types?.includes(row.type) ?? true)
  );
}

function matchesState(row: Filterable, state: NotificationFilter['state']): boolean {
  if (state === 'ALL') return true;
  if (row.archivedAt) return false;
  if (state === 'UNREAD') return !row.isRead;
  if (state === 'READ') return row.isRead;
  return true;
}
