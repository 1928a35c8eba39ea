import type { InboxAct } from '../../generated/graphql.ts';
import type { Doing } from '../../inbox/acts/act-change.ts';
import type { Offer } from '../../inbox/acts/undo.ts';
import { momentWords } from '../../ui/words/moment.ts';

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
