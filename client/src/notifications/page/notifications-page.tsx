import { useApolloClient } from '@apollo/client/react';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSeen } from '../../inbox/acts/use-seen.ts';
import { narrowed, pinnedFilter, type InboxView, type Narrowing } from '../../inbox/lists/filter.ts';
import { useReading } from '../../inbox/lists/use-reading.ts';
import { pruneList } from '../../inbox/lists/lists.ts';
import { useNewSince } from '../../inbox/lists/new-since.ts';
import { unreadIn } from '../../inbox/lists/unread-in.ts';
import { useInboxQuery } from '../../generated/inbox.ts';
import { useNotifications } from '../../inbox/use-notifications.ts';
import { FilterTabs } from '../../ui/buttons/filter-tabs.tsx';
import { NewPill } from '../../ui/buttons/new-pill.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useZone } from '../../ui/words/zone.ts';
import { useInboxInView } from '../arrivals/inbox-in-view.ts';
import { narrowingOf, searchWith } from '../list/list-address.ts';
import { RecentChanges } from '../list/recent-changes.tsx';
import { RowSelection } from '../list/row-selection.ts';
import { useBulk } from '../list/use-bulk.tsx';
import { useHeldList } from '../list/use-held-list.ts';
import { WaitingNotice } from '../list/waiting-notice.tsx';
import { ArchiveAllButton, MarkAllButton } from './bulk-buttons.tsx';
import { SearchedFor } from '../search/highlighted.tsx';
import { HitCount } from '../search/hit-count.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { FilterChips } from './filter-chips.tsx';
import { ListBody, useIsCaughtUp } from './list-body.tsx';
import { PinnedList, MOST_PINNED } from './pinned-list.tsx';
import { useCategoryChips, type CategoryChip } from './use-category-chips.ts';
import { isForNews, viewOf, VIEWS } from './views.ts';
import { useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';
import './list-head.css';

export function NotificationsPage() {
  const say = useWords();
  const [params] = useSearchParams();
  const current = viewOf(params.get('show'));
  // A day in the address begins elsewhere in another zone.
  useZone();
  const narrowing = narrowingOf(params);
  const counts = useInboxQuery().data?.inbox.counts;
  const chips = useCategoryChips(counts);
  const tabs = VIEWS.map(({ view, label }) => ({
    label: say(label),
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
      tabs={<FilterTabs label={say('notification.show')} tabs={tabs} />}
    />
  );
}

const NONE: CategoryChip[] = [];

const isOfCategory = (narrowing: Narrowing): boolean =>
  Object.keys(narrowing).every((name) => name === 'category');

type Props = { view: InboxView; narrowing: Narrowing; chips: CategoryChip[]; tabs: ReactNode };

function NotificationList({ view, narrowing, chips, tabs }: Props) {
  const say = useWords();
  const { cache } = useApolloClient();
  // But for the search it is made anew for another.
  const { search } = narrowing;
  const filter = useFilter(view, narrowing);
  const isNarrowed = Object.keys(narrowing).length > 0;
  // What was read since this view was last open leaves it now, before the reader sees it; not while they look.
  useLayoutEffect(() => pruneList(cache, filter), [cache, filter]);
  const inbox = useNotifications({ filter });
  const { shown, heldCount, seenSeq, isHeld, attention, release } = useHeldList(
    inbox.notifications,
    inbox.counts?.seq,
  );
  useReading(filter, isHeld);
  const showArrivals = () => {
    release();
    window.scrollTo({ top: 0 });
  };
  // Part of it tells nothing of the others.
  const isWhole = isForNews(view) && !isNarrowed;
  const newSince = useNewSince(inbox);
  useSeen(isWhole ? seenSeq : undefined);
  useInboxInView(isWhole);
  const unreadCount = unreadIn(inbox.counts, narrowing) ?? loadedUnread(inbox, isNarrowed);
  const isCaughtUp = useIsCaughtUp(inbox) && isWhole;
  const pinned = useNotifications({ filter: pinnedFilter, first: MOST_PINNED, skip: !isWhole });
  const whole = { inbox, filter, seenSeq };
  const { selection, bar } = useBulk({ ...whole, view, shown });
  const buttons = (
    <>
      <RecentChanges />
      {isNarrowed && view !== 'archived' && <ArchiveAllButton {...whole} />}
      {isForNews(view) && <MarkAllButton {...whole} unreadCount={unreadCount} />}
    </>
  );
  return (
    <Page title={say('notification.many')} lead={leadOf(unreadCount, isCaughtUp)} actions={buttons}>
      <div className="list-ways">
        <SearchBox />
        {tabs}
      </div>
      <FilterChips narrowing={narrowing} chips={chips} rows={inbox.notifications} />
      <HitCount search={search} inbox={inbox} />
      <WaitingNotice />
      <PinnedList pinned={pinned} />
      {bar}
      {heldCount > 0 && <NewPill count={heldCount} onShow={showArrivals} />}
      <div className="feed-place" {...attention}>
        <SearchedFor search={search ?? ''}>
          <RowSelection.Provider value={selection}>
            <ListBody
              view={view}
              inbox={{ ...inbox, notifications: shown }}
              isNarrowed={isNarrowed}
              search={search}
              newFrom={isWhole ? newSince : undefined}
              isWaiting={pinned.loading}
            />
          </RowSelection.Provider>
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
  if (unreadCount) return say('notification.unreadCount', { count: unreadCount });
  // The line stays, so that nothing moves when there is something to say.
  return isCaughtUp ? say('notification.caughtUp') : '\u00a0';
}
