import type { InboxAct } from '../../generated/graphql.ts';

const FAILURES: Record<InboxAct, string> = {
  READ: 'Could not mark as read',
  UNREAD: 'Could not mark as unread',
  ARCHIVE: 'Could not archive',
  UNARCHIVE: 'Could not move back to the inbox',
  DELETE: 'Could not delete',
  SNOOZE: 'Could not snooze',
  UNSNOOZE: 'Could not end the snooze',
  PIN: 'Could not pin',
  UNPIN: 'Could not unpin',
};

const FAILURES_OF_ALL = new Map<InboxAct, string>([
  ['READ', 'Could not mark all as read'],
  ['ARCHIVE', 'Could not archive all'],
]);

/** @param isOfAll it was about all that a filter lets through */
export function failureWords(act: InboxAct, isOfAll: boolean): string {
  return (isOfAll && FAILURES_OF_ALL.get(act)) || FAILURES[act];
}
