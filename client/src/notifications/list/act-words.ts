import type { InboxAct } from '../../generated/graphql.ts';
import type { Doing } from '../../inbox/acts/act-change.ts';
import type { Offer } from '../../inbox/acts/undo.ts';
import { momentWords } from '../../ui/words/moment.ts';
import { say, type WordKey } from '../../words/words.ts';

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
