import { useApolloClient } from '@apollo/client/react';
import { IconArchive, IconArrowUp, IconBell, IconChecks, IconCloudOff } from '@tabler/icons-react';
import { useLayoutEffect, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router';
import { errorText } from '../apollo/error-text.ts';
import { Button } from '../ui/button.tsx';
import { FilterTabs } from '../ui/filter-tabs.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { LoadFailure, RowSkeletons, StateMessage } from '../ui/states.tsx';
import { inboxFilters, type InboxView } from './inbox-filter.ts';
import { pruneList } from './inbox-lists.ts';
import { NotificationFeed } from './notification-feed.tsx';
import { useHeldList } from './use-held-list.ts';
import { useNotifications } from './use-notifications.ts';

const BY_THEMSELVES = 'New notifications show up here by themselves.';

const VIEWS: { view: InboxView; label: string; empty: string; hint: string }[] = [
  { view: 'all', label: 'All', empty: 'Nothing has happened yet', hint: BY_THEMSELVES },
  { view: 'unread', label: 'Unread', empty: 'All caught up', hint: BY_THEMSELVES },
  { view: 'read', label: 'Read', empty: 'Nothing read yet', hint: BY_THEMSELVES },
  {
    view: 'archived',
    label: 'Archived',
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
  const { shown, heldCount, seenSeq, release } = useHeldList(inbox.notifications, inbox.counts?.seq);
  const unreadCount = inbox.unreadCount ?? 0;
  const markAll = async () => {
    if ((await inbox.markAllAsRead(seenSeq)) && view === 'unread') pruneList(cache, filter);
  };
  const markAllButton = (view === 'all' || view === 'unread') && (
    <Button
      variant="default"
      icon={<IconChecks size={17} aria-hidden="true" />}
      disabled={!unreadCount}
      onClick={() => void markAll()}
    >
      Mark all as read
    </Button>
  );
  return (
    <Page
      title="Notifications"
      lead={unreadCount ? `${unreadCount} unread` : 'All caught up'}
      actions={markAllButton}
    >
      {tabs}
      {heldCount > 0 && <NewPill count={heldCount} onShow={release} />}
      <ListBody view={view} inbox={{ ...inbox, notifications: shown }} />
    </Page>
  );
}

function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  const show = ({ currentTarget }: MouseEvent) => {
    const page = currentTarget.closest('.page');
    flushSync(onShow);
    // The pill has gone with what it announced: on to the first of them.
    page?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
  };
  return (
    <div className="new-pill">
      <Button size="small" icon={<IconArrowUp size={15} aria-hidden="true" />} onClick={show}>
        {count} new
      </Button>
    </div>
  );
}

type BodyProps = { view: InboxView; inbox: ReturnType<typeof useNotifications> };

function ListBody({ view, inbox }: BodyProps) {
  const { notifications, hasMore, isLoadingMore, loadMore } = inbox;
  if (inbox.error) {
    return (
      <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(inbox.error)} onRetry={inbox.retry} />
    );
  }
  if (inbox.loading) return <RowSkeletons count={6} />;
  if (notifications.length === 0 && !hasMore) {
    const { empty, hint } = VIEWS.find((known) => known.view === view) ?? VIEWS[0]!;
    const Icon = view === 'archived' ? IconArchive : IconBell;
    return (
      <StateMessage icon={<Icon size={28} stroke={1.5} />} title={empty}>
        {hint}
      </StateMessage>
    );
  }
  return (
    <>
      <NotificationFeed
        rows={notifications}
        label="Notifications"
        withDays
        isBusy={isLoadingMore}
        onMark={(id, isRead) => void (isRead ? inbox.markAsRead(id) : inbox.markAsUnread(id))}
        onArchive={(id, isArchived) => void (isArchived ? inbox.archive(id) : inbox.unarchive(id))}
        onDelete={(id) => void inbox.remove(id)}
      />
      {hasMore && <LoadMore isLoading={isLoadingMore} onLoadMore={() => void loadMore()} />}
    </>
  );
}
