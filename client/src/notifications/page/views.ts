import type { InboxView } from '../../inbox/lists/filter.ts';
import type { PlainKey } from '../../words/words.ts';

/** `empty` is said of an empty list where that is known, `title` where the line is lost. */
type View = Readonly<Record<'label' | 'title' | 'empty' | 'hint', PlainKey>> & { view: InboxView };

export const VIEWS: View[] = [
  {
    view: 'all',
    label: 'notification.viewAll',
    title: 'notification.nothingHere',
    empty: 'notification.nothingYet',
    hint: 'notification.byThemselves',
  },
  {
    view: 'unread',
    label: 'notification.viewUnread',
    title: 'notification.nothingUnread',
    empty: 'notification.caughtUp',
    hint: 'notification.byThemselves',
  },
  {
    view: 'read',
    label: 'notification.viewRead',
    title: 'notification.nothingHere',
    empty: 'notification.nothingRead',
    hint: 'notification.byThemselves',
  },
  {
    view: 'snoozed',
    label: 'notification.viewSnoozed',
    title: 'notification.nothingHere',
    empty: 'notification.nothingSnoozed',
    hint: 'notification.snoozedWait',
  },
  {
    view: 'archived',
    label: 'notification.viewArchived',
    title: 'notification.nothingHere',
    empty: 'notification.archiveEmpty',
    hint: 'notification.archiveHint',
  },
];

/** Whether what comes shows up in it. */
export const isForNews = (view: InboxView): boolean => view === 'all' || view === 'unread';

export function viewOf(show: string | null): InboxView {
  return VIEWS.find(({ view }) => view === show)?.view ?? 'all';
}
