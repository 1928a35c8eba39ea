import { IconAdjustmentsHorizontal, IconBell, IconChecks, IconCloudOff, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { errorText } from '../apollo/error-text.ts';
import { Button } from '../ui/button.tsx';
import { IconButton, IconLink } from '../ui/icon-button.tsx';
import { LoadFailure, RowSkeletons, StateMessage } from '../ui/states.tsx';
import { NotificationFeed } from './notification-feed.tsx';
import { useNotifications } from './use-notifications.ts';

const LATEST = 10;

type Props = {
  /** Stands on top of the list. */
  notice?: ReactNode;
  /** A link was followed. */
  onLeave: () => void;
  /** Given where nothing else closes the panel: on phones. */
  onClose?: () => void;
};

export function NotificationPanel({ notice, onLeave, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const inbox = useNotifications();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useFilledUp(inbox);
  return (
    <div className="panel">
      <div className="panel-head">
        <h2 ref={heading} tabIndex={-1} data-autofocus>
          Notifications
        </h2>
        <Button
          variant="subtle"
          size="small"
          icon={<IconChecks size={16} aria-hidden="true" />}
          disabled={!inbox.unreadCount}
          onClick={() => void inbox.markAllAsRead()}
        >
          Mark all read
        </Button>
        <IconLink
          to="/preferences"
          className="panel-preferences"
          aria-label="Preferences"
          title="Preferences"
          onClick={onLeave}
        >
          <IconAdjustmentsHorizontal size={18} stroke={1.7} aria-hidden="true" />
        </IconLink>
        {onClose && (
          <IconButton aria-label="Close notifications" title="Close" onClick={onClose}>
            <IconX size={18} stroke={1.7} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {notice}
      <div className="panel-list">
        <PanelBody inbox={inbox} onLeave={onLeave} />
      </div>
      <div className="panel-foot">
        <Link to="/notifications" onClick={onLeave}>
          See all notifications
        </Link>
      </div>
    </div>
  );
}

/** Whoever archives one after the other gets the next ones without asking. */
function useFilledUp({ notifications, hasMore, loadMore }: ReturnType<typeof useNotifications>): void {
  const isShort = notifications.length < LATEST && hasMore;
  const fill = useEffectEvent(() => void loadMore());
  useEffect(() => {
    if (isShort) fill();
  }, [isShort]);
}

function PanelBody({ inbox, onLeave }: { inbox: ReturnType<typeof useNotifications>; onLeave: () => void }) {
  if (inbox.error) {
    return (
      <LoadFailure icon={<IconCloudOff size={26} />} why={errorText(inbox.error)} onRetry={inbox.retry} />
    );
  }
  if (inbox.loading) return <RowSkeletons count={4} />;
  if (inbox.notifications.length === 0 && !inbox.hasMore) {
    return (
      <StateMessage icon={<IconBell size={26} stroke={1.5} />} title="Nothing has happened yet">
        The bell rings here when something does.
      </StateMessage>
    );
  }
  return (
    <NotificationFeed
      rows={inbox.notifications.slice(0, LATEST)}
      label="Latest notifications"
      onMark={(id, isRead) => void (isRead ? inbox.markAsRead(id) : inbox.markAsUnread(id))}
      onArchive={(id, isArchived) => void (isArchived ? inbox.archive(id) : inbox.unarchive(id))}
      onDelete={(id) => void inbox.remove(id)}
      onFollow={onLeave}
    />
  );
}
