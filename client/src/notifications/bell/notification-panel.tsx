import { IconAdjustmentsHorizontal, IconBell, IconCloudOff, IconX } from '@tabler/icons-react';
import { useContext, useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { PageLink } from '../../ui/router.ts';
import { useIsLineLost } from '../../inbox/follow/use-is-line-lost.ts';
import { errorText } from '../../inbox/error-text.ts';
import { isElsewhere } from '../../ui/attention/use-whole-link.ts';
import { IconButton, IconLink } from '../../ui/buttons/icon-button.tsx';
import { Icon } from '../../ui/icons.ts';
import { NewPill } from '../../ui/buttons/new-pill.tsx';
import { LoadFailure, OUT_OF_DATE, RowSkeletons, StateMessage } from '../../ui/page/states.tsx';
import { useReading } from '../../inbox/lists/use-reading.ts';
import { inboxFilters } from '../../inbox/lists/filter.ts';
import { ListHeading } from '../list/list-heading.tsx';
import { NotificationFeed } from '../list/notification-feed.tsx';
import { useHeldList } from '../list/use-held-list.ts';
import { WaitingNotice } from '../list/waiting-notice.tsx';
import { useNotifications } from '../../inbox/use-notifications.ts';
import { useSeen } from '../../inbox/acts/use-seen.ts';
import { HostPlace } from '../host-places.tsx';
import { PagesContext } from '../pages.ts';
import { useWords } from '../../words/use-words.tsx';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

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
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const pages = useContext(PagesContext);
  const inbox = useNotifications();
  const held = useHeldList(inbox.notifications, inbox.counts?.seq, list);
  useReading(inboxFilters.all, held.isHeld);
  useSeen(held.seenSeq);
  const showArrivals = () => {
    held.release();
    if (list.current) list.current.scrollTop = 0;
  };
  const leave = (event: MouseEvent) => isElsewhere(event) || onLeave();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useFilledUp(inbox);
  return (
    <div className="panel" part="panel" data-frame="panel">
      <div className="panel-head" part="header">
        <ListHeading inbox={inbox} upToSeq={held.seenSeq} headingRef={heading} data-autofocus />
        {pages.preferences !== null && (
          <IconLink
            to={pages.preferences}
            className="panel-preferences"
            aria-label={say('notification.preferences')}
            title={say('notification.preferences')}
            onClick={leave}
          >
            <Icon name="preferences">
              <IconAdjustmentsHorizontal size={18} stroke={1.7} aria-hidden="true" />
            </Icon>
          </IconLink>
        )}
        {onClose && (
          <IconButton
            aria-label={say('notification.closePanel')}
            title={say('notification.close')}
            onClick={onClose}
          >
            <Icon name="close">
              <IconX size={18} stroke={1.7} aria-hidden="true" />
            </Icon>
          </IconButton>
        )}
      </div>
      {notice}
      <WaitingNotice />
      <div ref={list} className="panel-list" {...held.attention}>
        {held.heldCount > 0 && <NewPill count={held.heldCount} onShow={showArrivals} />}
        <PanelBody inbox={{ ...inbox, notifications: held.shown }} onLeave={onLeave} />
      </div>
      <PanelFoot onClick={leave} />
    </div>
  );
}

function PanelFoot({ onClick }: { onClick: (event: MouseEvent) => void }) {
  const say = useWords();
  const { inbox, preferences } = useContext(PagesContext);
  if (inbox === null && preferences === null) return null;
  return (
    <div className="panel-foot" part="footer">
      {inbox !== null && (
        <PageLink to={inbox} onClick={onClick}>
          {say('notification.seeAll')}
        </PageLink>
      )}
      {preferences !== null && (
        <PageLink to={preferences} className="panel-foot-preferences" onClick={onClick}>
          {say('notification.preferences')}
        </PageLink>
      )}
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
  const say = useWords();
  if (inbox.error) {
    return (
      <LoadFailure icon={<IconCloudOff size={26} />} why={errorText(inbox.error)} onRetry={inbox.retry} />
    );
  }
  if (inbox.loading) return <RowSkeletons count={4} />;
  if (inbox.notifications.length === 0 && !inbox.hasMore) return <EmptyPanel />;
  return (
    <NotificationFeed
      rows={inbox.notifications.slice(0, LATEST)}
      label={say('notification.latest')}
      onFollow={onLeave}
    />
  );
}

function EmptyPanel() {
  const say = useWords();
  const icon = (
    <Icon name="empty">
      <IconBell size={26} stroke={1.5} />
    </Icon>
  );
  if (useIsLineLost()) {
    return (
      <StateMessage icon={icon} title={say('notification.nothingHere')}>
        {OUT_OF_DATE}
      </StateMessage>
    );
  }
  return (
    <StateMessage icon={icon} title={say('notification.nothingYet')}>
      <HostPlace name="empty">{say('notification.ringsHere')}</HostPlace>
    </StateMessage>
  );
}
