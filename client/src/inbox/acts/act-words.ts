import type { InboxAct } from '../../generated/graphql.ts';
import { momentWords } from '../../ui/words/moment.ts';
import { say, type PlainKey, type WordKey } from '../../words/words.ts';
import type { Doing } from './act-change.ts';
import type { Offer } from './undo.ts';

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

const DONE = {
  READ: 'done.READ',
  UNREAD: 'done.UNREAD',
  ARCHIVE: 'done.ARCHIVE',
  UNARCHIVE: 'done.UNARCHIVE',
  DELETE: 'done.DELETE',
  SNOOZE: 'done.SNOOZE',
  UNSNOOZE: 'done.UNSNOOZE',
  PIN: 'done.PIN',
  UNPIN: 'done.UNPIN',
} as const satisfies Record<InboxAct, WordKey>;

/** "Archived", "3 archived", "Snoozed until 08:00 tomorrow". */
export function doneWords({ act, until }: Doing, count: number): string {
  if (until === undefined) return say(DONE[act], { count });
  return say('done.snoozedUntil', { count, moment: momentWords(Date.parse(until)) });
}

/** What a toast says that leads back. */
export function offerWords({ said, act, until, count }: Offer): string {
  return said ?? (act ? doneWords({ act, ...(until !== undefined && { until }) }, count) : '');
}
