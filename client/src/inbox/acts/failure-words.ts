import type { InboxAct } from '../../generated/graphql.ts';
import { say, type PlainKey } from '../../words/words.ts';

const FAILURES: Record<InboxAct, PlainKey> = {
  READ: 'inbox.couldNotMarkRead',
  UNREAD: 'inbox.couldNotMarkUnread',
  ARCHIVE: 'inbox.couldNotArchive',
  UNARCHIVE: 'inbox.couldNotMoveBack',
  DELETE: 'inbox.couldNotDelete',
  SNOOZE: 'inbox.couldNotSnooze',
  UNSNOOZE: 'inbox.couldNotWake',
  PIN: 'inbox.couldNotPin',
  UNPIN: 'inbox.couldNotUnpin',
};

const FAILURES_OF_ALL = new Map<InboxAct, PlainKey>([
  ['READ', 'inbox.couldNotMarkAllRead'],
  ['ARCHIVE', 'inbox.couldNotArchiveAll'],
]);

/** @param isOfAll it was about all that a filter lets through */
export function failureWords(act: InboxAct, isOfAll: boolean): string {
  return say((isOfAll && FAILURES_OF_ALL.get(act)) || FAILURES[act]);
}
