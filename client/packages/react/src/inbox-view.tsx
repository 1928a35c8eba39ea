import { IconBell, IconCloudOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { errorText } from '../../../src/inbox/error-text.ts';
import { useSeen } from '../../../src/inbox/acts/use-seen.ts';
import { inboxFilters } from '../../../src/inbox/lists/filter.ts';
import { useReading } from '../../../src/inbox/lists/use-reading.ts';
import { useNotifications } from '../../../src/inbox/use-notifications.ts';
import { HostPlace } from '../../../src/notifications/host-places.tsx';
import { ListHeading } from '../../../src/notifications/list/list-heading.tsx';
import { NotificationFeed } from '../../../src/notifications/list/notification-feed.tsx';
import { useHeldList } from '../../../src/notifications/list/use-held-list.ts';
import { Icon } from '../../../src/ui/icons.ts';
import { LoadMore } from '../../../src/ui/buttons/load-more.tsx';
import { NewPill } from '../../../src/ui/buttons/new-pill.tsx';
import { LoadFailure, RowSkeletons, StateMessage } from '../../../src/ui/page/states.tsx';
import { useWords } from '../../../src/words/use-words.tsx';

/** All of the inbox, newest first, with the days. */
export function InboxView() {
  const say = useWords();
  const list = useRef<HTMLDivElement>(null);
  const inbox = useNotifications();
  const held = useHeldList(inbox.notifications, inbox.counts?.seq);
  useReading(inboxFilters.all, held.isHeld);
  useSeen(held.seenSeq);
  const showArrivals = () => {
    held.release();
    list.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section aria-label={say('notification.many')} data-frame="inbox" part="inbox">
      <div className="inbox-head" part="header">
        <ListHeading inbox={inbox} upToSeq={held.seenSeq} />
      </div>
      <div ref={list} {...held.attention}>
        {held.heldCount > 0 && <NewPill count={held.heldCount} onShow={showArrivals} />}
        <InboxRows inbox={{ ...inbox, notifications: held.shown }} />
      </div>
      {inbox.hasMore && !inbox.loading && (
        <LoadMore isLoading={inbox.isLoadingMore} onLoadMore={inbox.loadMore} />
      )}
    </section>
  );
}

function InboxRows({ inbox }: { inbox: ReturnType<typeof useNotifications> }) {
  const say = useWords();
  const { notifications: rows, error, loading, hasMore, isLoadingMore, retry } = inbox;
  const icon = (
    <Icon name="empty">
      <IconBell size={26} stroke={1.5} />
    </Icon>
  );
  if (error) return <LoadFailure icon={<IconCloudOff size={26} />} why={errorText(error)} onRetry={retry} />;
  if (loading) return <RowSkeletons count={6} />;
  if (rows.length > 0 || hasMore) {
    return (
      <NotificationFeed
        rows={rows}
        label={say('notification.many')}
        isBusy={isLoadingMore}
        isAll={!hasMore}
        withDays
      />
    );
  }
  return (
    <StateMessage icon={icon} title={say('notification.nothingYet')}>
      <HostPlace name="empty">{say('notification.ringsHere')}</HostPlace>
    </StateMessage>
  );
}
