import { useApolloClient } from '@apollo/client/react';
import { IconArchive, IconBell, IconChecks, IconCloudOff } from '@tabler/icons-react';
import { useLayoutEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useIsLineLost } from '../../inbox/follow/connection.ts';
import { errorText } from '../../inbox/error-text.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { FilterTabs } from '../../ui/buttons/filter-tabs.tsx';
import { LoadMore } from '../../ui/buttons/load-more.tsx';
import { NewPill } from '../../ui/buttons/new-pill.tsx';
import { Page } from '../../ui/page/page.tsx';
import { LoadFailure, OUT_OF_DATE, RowSkeletons, StateMessage } from '../../ui/page/states.tsx';
import { inboxFilters, type InboxView } from '../../inbox/lists/filter.ts';
import { pruneList } from '../../inbox/lists/lists.ts';
import { NotificationFeed } from '../list/notification-feed.tsx';
import { useHeldList } from '../list/use-held-list.ts';
import { useMarkAll } from '../list/use-mark-all.tsx';
import { useNotifications } from '../../inbox/use-notifications.ts';
import { useSeen } from '../../inbox/acts/use-seen.ts';

const BY_THEMSELVES = 'New notifications show up here by themselves.';

/** `empty` is said of an empty list where that is known, `title` where the line is lost. */
const VIEWS: { view: InboxView; label: string; title: string; empty: string; hint: string }[] = [
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

function viewOf(show: string | null): InboxView {
  return VIEWS.find(({ view }) => view === show)?.view ?? 'all';
}

export function NotificationsPage() {
  const [params] = useSearchParams();
  const current = viewOf(params.get('show'));
  const tabs = VIEWS.map(({ view, label }) => ({
    label,
    to: view === 'all' ? '?' : `?show=${view}`,
    isCurrent: view === current,
  }));
  return (
    <NotificationList
      key={current}
      view={current}
      tabs={<FilterTabs label="Show notifications" tabs={tabs} />}
    />
  );
}

function NotificationList({ view, tabs }: { view: InboxView; tabs: React.ReactNode }) {
  const { cache } = useApolloClient();
  const filter = inboxFilters[view];
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
  const isForNews = view === 'all' || view === 'unread';
  useSeen(isForNews ? seenSeq : undefined);
  const unreadCount = inbox.unreadCount ?? 0;
  const { markAll, question } = useMarkAll({
    filter,
    unreadCount,
    mark: () =>
      void inbox.markAllAsRead(seenSeq).then((isMarked) => {
        if (isMarked && view === 'unread') pruneList(cache, filter);
      }),
  });
  const isCaughtUp = useIsCaughtUp(inbox) && isForNews;
  const markAllButton = isForNews && (
    <Button
      variant="default"
      icon={<IconChecks size={17} aria-hidden="true" />}
      disabled={!unreadCount}
      onClick={markAll}
    >
      Mark all as read
    </Button>
  );
  return (
    <Page title="Notifications" lead={leadOf(unreadCount, isCaughtUp)} actions={markAllButton}>
      {tabs}
      {heldCount > 0 && <NewPill count={heldCount} onShow={showArrivals} />}
      <div {...attention}>
        <ListBody view={view} inbox={{ ...inbox, notifications: shown }} />
      </div>
      {question}
    </Page>
  );
}

/** Said only where it is known: not while the answer is on its way, nor when the line to the server is lost. */
function useIsCaughtUp({ unreadCount, loading, error }: ReturnType<typeof useNotifications>): boolean {
  const isLineLost = useIsLineLost();
  return unreadCount === 0 && !loading && !error && !isLineLost;
}

function leadOf(unreadCount: number, isCaughtUp: boolean): string {
  if (unreadCount > 0) return `${unreadCount} unread`;
  // The line stays, so that nothing moves when there is something to say.
  return isCaughtUp ? 'All caught up' : '\u00a0';
}

type BodyProps = { view: InboxView; inbox: ReturnType<typeof useNotifications> };

function EmptyList({ view, inbox }: BodyProps) {
  const isLineLost = useIsLineLost();
  const { title, empty, hint } = VIEWS.find((known) => known.view === view) ?? VIEWS[0]!;
  // Some may be unread that this list has not got yet.
  const isKnown = useIsCaughtUp(inbox) || (view !== 'unread' && !isLineLost);
  const Icon = view === 'archived' ? IconArchive : IconBell;
  return (
    <StateMessage icon={<Icon size={28} stroke={1.5} />} title={isKnown ? empty : title}>
      {isLineLost ? OUT_OF_DATE : hint}
    </StateMessage>
  );
}

function ListBody({ view, inbox }: BodyProps) {
  const { notifications, hasMore, isLoadingMore, loadMore } = inbox;
  if (inbox.error) {
    return (
      <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(inbox.error)} onRetry={inbox.retry} />
    );
  }
  if (inbox.loading) return <RowSkeletons count={6} />;
  if (notifications.length === 0 && !hasMore) return <EmptyList view={view} inbox={inbox} />;
  return (
    <>
      <NotificationFeed rows={notifications} label="Notifications" withDays isBusy={isLoadingMore} />
      {hasMore && <LoadMore isLoading={isLoadingMore} onLoadMore={loadMore} />}
    </>
  );
}
