import { useApolloClient } from '@apollo/client/react';
import { IconBell, IconMoon } from '@tabler/icons-react';
import { Suspense, useEffect, useId, type ComponentProps, type ReactNode } from 'react';
import { useInboxQuery } from '../../generated/inbox.ts';
import { Popover } from '../../ui/layers/popover.tsx';
import { Sheet } from '../../ui/layers/sheet.tsx';
import { useMedia } from '../../browser/use-media.ts';
import { RowSkeletons } from '../../ui/page/states.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { openPanelsOf } from '../arrivals/open-panels.ts';
import { whenIdle } from '../../browser/idle.ts';
import './bell.css';
import './panel.css';
import { HostPlace } from '../host-places.tsx';
import { Icon } from '../../ui/icons.ts';
import { usePanelState } from './use-panel-state.ts';
import { useWords } from '../../words/use-words.tsx';

const NotificationPanel = lazyPart(() =>
  import('./notification-panel.tsx').then((module) => module.NotificationPanel),
);
const PHONE = '(max-width: 40em)';
const MAX_SHOWN = 99;

type Props = {
  /** Why it does not ring now, in words; null when it does. */
  quiet?: string | null;
  /** Stands on top of the panel. */
  notice?: ReactNode;
};

/** The bell says what is unread; opening it only ends the emphasis on what is new. */
export function NotificationBell({ quiet = null, notice }: Props) {
  const say = useWords();
  const isPhone = useMedia(PHONE);
  const { isOpen, toggle, close, leave } = usePanelState(isPhone);
  const client = useApolloClient();
  useEffect(() => (isOpen ? openPanelsOf(client).open() : undefined), [client, isOpen]);
  useEffect(() => whenIdle(NotificationPanel.preload), []);
  const id = useId();
  const button = (
    <BellButton
      quiet={quiet}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={toggle}
    />
  );
  if (isPhone) {
    return (
      <>
        {button}
        {isOpen && (
          <Sheet id={id} label={say('notification.many')} onClose={close}>
            <Suspense fallback={<ComingPanel />}>
              <NotificationPanel notice={notice} onLeave={leave} onClose={close} />
            </Suspense>
          </Sheet>
        )}
      </>
    );
  }
  return (
    <Popover id={id} label={say('notification.many')} isOpen={isOpen} onClose={close} button={button}>
      <Suspense fallback={<ComingPanel />}>
        <NotificationPanel notice={notice} onLeave={leave} />
      </Suspense>
    </Popover>
  );
}

/** As wide as the panel; seen only by those who open it in the first moments of a page. */
function ComingPanel() {
  return (
    <div className="panel">
      <RowSkeletons count={4} />
    </div>
  );
}

function BellButton({ quiet, ...props }: ComponentProps<'button'> & { quiet: string | null }) {
  const say = useWords();
  const { data } = useInboxQuery();
  const { unread = 0, unseen = 0 } = data?.inbox.counts ?? {};
  const count = unread > 0 ? [say('notification.unreadCount', { count: unread })] : [];
  const label = [say('notification.many'), ...count, ...(quiet === null ? [] : [quiet])].reduce(
    (words, more) => say('ui.together', { words, more }),
  );
  return (
    <button
      type="button"
      {...props}
      className="bell"
      part="bell"
      data-new={unseen > 0 || undefined}
      data-quiet={quiet !== null || undefined}
      aria-haspopup="dialog"
      aria-label={label}
      title={quiet ?? undefined}
    >
      {quiet && <IconMoon size={16} stroke={1.8} aria-hidden="true" className="bell-moon" />}
      <span className="bell-icon" part="bell-icon" aria-hidden="true">
        <HostPlace name="bell-icon">
          <Icon name="bell">
            <IconBell size={22} stroke={1.7} />
          </Icon>
        </HostPlace>
      </span>
      {unread > 0 && (
        <span className="bell-badge" part="badge" aria-hidden="true">
          {unread > MAX_SHOWN ? `${MAX_SHOWN}+` : unread}
        </span>
      )}
    </button>
  );
}
