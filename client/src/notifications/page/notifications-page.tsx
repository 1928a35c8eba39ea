import { useApolloClient } from '@apollo/client/react';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSeen } from '../../inbox/acts/use-seen.ts';
import { narrowed, type InboxView, type Narrowing } from '../../inbox/lists/filter.ts';
import { pruneList } from '../../inbox/lists/lists.ts';
import { unreadIn } from '../../inbox/lists/unread-in.ts';
import { useInboxQuery } from '../../generated/hooks.ts';
import { useNotifications } from '../../inbox/use-notifications.ts';
import { FilterTabs } from '../../ui/buttons/filter-tabs.tsx';
import { NewPill } from '../../ui/buttons/new-pill.tsx';
import { Page } from '../../ui/page/page.tsx';
import { narrowingOf, searchWith } from '../list/list-address.ts';
import { useHeldList } from '../list/use-held-list.ts';
import { WaitingNotice } from '../list/waiting-notice.tsx';
import { ArchiveAllButton, MarkAllButton } from './bulk-buttons.tsx';
import { SearchedFor } from '../search/highlighted.tsx';
import { HitCount } from '../search/hit-count.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { FilterChips } from './filter-chips.tsx';
import { ListBody, useIsCaughtUp } from './list-body.tsx';
import { useCategoryChips, type CategoryChip } from './use-category-chips.ts';
import { isForNews, viewOf, VIEWS } from './views.ts';

export function NotificationsPage() {
  const [params] = useSearchParams();
  const current = viewOf(params.get('show'));
  const narrowing = narrowingOf(params);
  const counts = useInboxQuery().data?.inbox.counts;
  const chips = useCategoryChips(counts);
  const tabs = VIEWS.map(({ view, label }) => ({
    label,
    to: searchWith(params, 'show', view === 'all' ? null : view),
    isCurrent: view === current,
    unread: view === 'unread' ? unreadIn(counts, narrowing) : undefined,
  }));
  return (
    <NotificationList
      // Not for another search: its box keeps the focus.
      key={JSON.stringify([current, { ...narrowing, search: undefined }])}
      view={current}
      narrowing={narrowing}
      // Their numbers are of the inbox, narrowed to nothing else.
      chips={isForNews(current) && isOfCategory(narrowing) ? chips : NONE}
      tabs={<FilterTabs label="Show notifications" tabs={tabs} />}
    />
  );
}

const NONE: CategoryChip[] = [];

const isOfCategory = (narrowing: Narrowing): boolean =>
  Object.keys(narrowing).every((name) => name === 'category');

type Props = { view: InboxView; narrowing: Narrowing; chips: CategoryChip[]; tabs: ReactNode };

function NotificationList({ view, narrowing, chips, tabs }: Props) {
  const { cache } = useApolloClient();
  // But for the search it is made anew for another.
  const { search } = narrowing;
  const filter = useFilter(view, narrowing);
  const isNarrowed = Object.keys(narrowing).length > 0;
  // What was read since this view was last open leaves it now, before the reader sees it; not while they look.
  useLayoutEffect(() => pruneList(cache, filter), [cache, filter]);
  const inbox = useNotifications({ filter });
  const { shown, heldCount, seenSeq, attention, release } = useHeldList(
    inbox.notifications,
    inbox.counts?.seq,
  );
  const showArrivals = () => {
    release();
    window.scrollTo({ top: 0 });
  };
  // Part of it tells nothing of the others.
  useSeen(isForNews(view) && !isNarrowed ? seenSeq : undefined);
  const unreadCount = unreadIn(inbox.counts, narrowing) ?? loadedUnread(inbox, isNarrowed);
  const isCaughtUp = useIsCaughtUp(inbox) && isForNews(view) && !isNarrowed;
  const bulk = { inbox, filter, seenSeq };
  const buttons = (
    <>
      {isNarrowed && view !== 'archived' && <ArchiveAllButton {...bulk} />}
      {isForNews(view) && <MarkAllButton {...bulk} unreadCount={unreadCount} />}
    </>
  );
  return (
    <Page title="Notifications" lead={leadOf(unreadCount, isCaughtUp)} actions={buttons}>
      <SearchBox />
      {tabs}
      <FilterChips narrowing={narrowing} chips={chips} rows={inbox.notifications} />
      <HitCount search={search} inbox={inbox} />
      <WaitingNotice />
      {heldCount > 0 && <NewPill count={heldCount} onShow={showArrivals} />}
      <div {...attention}>
        <SearchedFor search={search ?? ''}>
          <ListBody
            view={view}
            inbox={{ ...inbox, notifications: shown }}
            isNarrowed={isNarrowed}
            search={search}
          />
        </SearchedFor>
      </div>
    </Page>
  );
}

/** One object for equal filters: the list goes by it. */
function useFilter(view: InboxView, narrowing: Narrowing) {
  const written = JSON.stringify(narrowing);
  return useMemo(() => narrowed(view, JSON.parse(written) as Narrowing), [view, written]);
}

/** Where the server has no number: what is loaded, if that is all. Undefined where nobody knows. */
function loadedUnread(inbox: ReturnType<typeof useNotifications>, isNarrowed: boolean): number | undefined {
  if (!isNarrowed) return 0;
  return inbox.hasMore ? undefined : inbox.notifications.filter(({ isRead }) => !isRead).length;
}

function leadOf(unreadCount: number | undefined, isCaughtUp: boolean): string {
  if (unreadCount) return `${unreadCount} unread`;
  // The line stays, so that nothing moves when there is something to say.
  return isCaughtUp ? 'All caught up' : '\u00a0';
}
