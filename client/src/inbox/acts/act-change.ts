import type { InboxAct, NotificationRowFragment } from '../../generated/graphql.ts';

/** What a reader does to notifications; `until`: when what is snoozed comes back. */
export type Doing = { act: InboxAct; until?: string };

/** As it will be; null where it goes, undefined where there is nothing to change. */
type Changed = NotificationRowFragment | null | undefined;

/**
 * What an act makes of a row, as the server will have it: inbox, archive and what is snoozed exclude each other.
 * @param now as a `DateTime`
 */
export function changed(row: NotificationRowFragment, { act, until }: Doing, now: string): Changed {
  switch (act) {
    case 'READ':
      return row.isRead ? undefined : { ...row, isRead: true, readAt: now };
    case 'UNREAD':
      return row.isRead ? { ...row, isRead: false, readAt: null } : undefined;
    case 'ARCHIVE':
      return row.archivedAt ? undefined : { ...row, archivedAt: now, snoozedUntil: null };
    case 'UNARCHIVE':
      return row.archivedAt ? { ...row, archivedAt: null } : undefined;
    case 'SNOOZE':
      return { ...row, archivedAt: null, snoozedUntil: until ?? now };
    case 'UNSNOOZE':
      return row.snoozedUntil ? { ...row, snoozedUntil: null } : undefined;
    case 'PIN':
      return row.isPinned ? undefined : { ...row, isPinned: true };
    case 'UNPIN':
      return row.isPinned ? { ...row, isPinned: false } : undefined;
    case 'DELETE':
      return null;
  }
}

/** What of a row acts change: what an undo brings back. */
export function triageOf(row: NotificationRowFragment) {
  const { isRead, readAt, archivedAt, snoozedUntil, isPinned } = row;
  return { isRead, readAt, archivedAt, snoozedUntil, isPinned };
}
