import { useApolloClient } from '@apollo/client/react';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSeen } from '../../inbox/acts/use-seen.ts';
import { narrowed, pinnedFilter, type InboxView, type Narrowing } from '../../inbox/lists/filter.ts';
import { useReading } from '../../inbox/lists/bounds.ts';
import { pruneList } from '../../inbox/lists/lists.ts';
import { useNewSince } from '../../inbox/lists/new-since.ts';
import { useNotifications } from '../../inbox/use-notifications.ts';
import { FilterTabs } from '../../ui/buttons/filter-tabs.tsx';
import { NewPill } from '../../ui/buttons/new-pill.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useZone } from '../../ui/words/zone.ts';
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
import { viewOf, VIEWS } from './views.ts';
import { useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';

export function NotificationsPage() {
  const say = useWords();
  const [params] = useSearchParams();
  const current = viewOf(params.get('show'));
  // A day in the address begins elsewhere in another zone.
  useZone();
  const narrowing = narrowingOf(params);
  const tabs = VIEWS.map(({ view, label }) => ({
    label: say(label),
    to: searchWith(params, 'show', view === 'all' ? null : view),
    isCurrent: view === current,
  }));
  return (
    <NotificationList
      // Not for another search: its box keeps the focus.
      key={JSON.stringify([current, { ...narrowing, search: undefined }])}
      view={current}
      narrowing={narrowing}
      tabs={<FilterTabs label={say('notification.show')} tabs={tabs} />}
    />
  );
}

type Props = { view: InboxView; narrowing: Narrowing; tabs: ReactNode };

function NotificationList({ view, narrowing, tabs }: Props) {
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
  const isForNews = view === 'all' || view === 'unread';
  // Part of it tells nothing of the others.
  const isWhole = isForNews && !isNarrowed;
  const newSince = useNewSince(inbox);
  useSeen(isWhole ? seenSeq : undefined);
  const unreadCount = unreadIn(inbox, isNarrowed);
  const isCaughtUp = useIsCaughtUp(inbox) && isWhole;
  const pinned = useNotifications({ filter: pinnedFilter, first: MOST_PINNED, skip: !isWhole });
  const whole = { inbox, filter, seenSeq };
  const { selection, bar } = useBulk({ ...whole, view, shown });
  const buttons = (
    <>
      <RecentChanges />
      {isNarrowed && view !== 'archived' && <ArchiveAllButton {...whole} />}
      {isForNews && <MarkAllButton {...whole} unreadCount={unreadCount} />}
    </>
  );
  return (
    <Page title={say('notification.many')} lead={leadOf(unreadCount, isCaughtUp)} actions={buttons}>
      <SearchBox />
      {tabs}
      <FilterChips narrowing={narrowing} rows={inbox.notifications} />
      <HitCount search={search} inbox={inbox} />
      <WaitingNotice />
      <PinnedList pinned={pinned} />
      {bar}
      {heldCount > 0 && <NewPill count={heldCount} onShow={showArrivals} />}
      <div className="feed-place" {...attention}>
        <SearchedFor search={search ?? ''}>
          <RowSelection value={selection}>
            <ListBody
              view={view}
              inbox={{ ...inbox, notifications: shown }}
              isNarrowed={isNarrowed}
              search={search}
              newFrom={isWhole ? newSince : undefined}
              isWaiting={pinned.loading}
            />
          </RowSelection>
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

/** The server's number for the inbox; for a part of it what is loaded, if that is all. Undefined where nobody knows. */
function unreadIn(inbox: ReturnType<typeof useNotifications>, isNarrowed: boolean): number | undefined {
  if (!isNarrowed) return inbox.unreadCount ?? 0;
  return inbox.hasMore ? undefined : inbox.notifications.filter(({ isRead }) => !isRead).length;
}

function leadOf(unreadCount: number | undefined, isCaughtUp: boolean): string {
  if (unreadCount) return say('notification.unreadCount', { count: unreadCount });
  // The line stays, so that nothing moves when there is something to say.
  return isCaughtUp ? say('notification.caughtUp') : '\u00a0';
}
