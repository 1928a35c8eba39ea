import type { InboxView } from '../../inbox/lists/filter.ts';

const BY_THEMSELVES = 'New notifications show up here by themselves.';

/** `empty` is said of an empty list where that is known, `title` where the line is lost. */
type View = { view: InboxView; label: string; title: string; empty: string; hint: string };

export const VIEWS: View[] = [
  {
    view: 'all',
    label: 'All',
    title: 'Nothing here',
    empty: 'Nothing has happened yet',
    hint: BY_THEMSELVES,
  },
  {
    view: 'unread',
    label: 'Unread',
    title: 'Nothing unread here',
    empty: 'All caught up',
    hint: BY_THEMSELVES,
  },
  { view: 'read', label: 'Read', title: 'Nothing here', empty: 'Nothing read yet', hint: BY_THEMSELVES },
  {
    view: 'archived',
    label: 'Archived',
    title: 'Nothing here',
    empty: 'The archive is empty',
    hint: 'What you archive is kept here, and can be moved back.',
  },
];

/** Whether what comes shows up in it. */
export const isForNews = (view: InboxView): boolean => view === 'all' || view === 'unread';

export function viewOf(show: string | null): InboxView {
  return VIEWS.find(({ view }) => view === show)?.view ?? 'all';
}
