import type { InboxAct } from '../../generated/graphql.ts';
import { momentWords } from '../../ui/words/moment.ts';
import type { Doing } from './act-change.ts';
import type { Offer } from './undo.ts';

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

const DONE: Record<InboxAct, string> = {
  READ: 'marked as read',
  UNREAD: 'marked as unread',
  ARCHIVE: 'archived',
  UNARCHIVE: 'moved back to the inbox',
  DELETE: 'deleted',
  SNOOZE: 'snoozed',
  UNSNOOZE: 'woken',
  PIN: 'pinned',
  UNPIN: 'unpinned',
};

/** "Archived", "3 archived", "Snoozed until 08:00 tomorrow". */
export function doneWords({ act, until }: Doing, count: number): string {
  const done = DONE[act] + (until === undefined ? '' : ` until ${momentWords(Date.parse(until))}`);
  return count === 1 && act !== 'READ' ? done[0]!.toUpperCase() + done.slice(1) : `${count} ${done}`;
}

/** What a toast says that leads back. */
export function offerWords({ said, act, until, count }: Offer): string {
  return said ?? (act ? doneWords({ act, ...(until !== undefined && { until }) }, count) : '');
}
