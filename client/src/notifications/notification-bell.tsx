import { IconBell, IconMoon } from '@tabler/icons-react';
import { useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { useInboxQuery, useMarkAllAsSeenMutation } from '../generated/hooks.ts';
import { Popover } from '../ui/popover.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useMedia } from '../ui/use-media.ts';
import { holdToasts } from './arrival-toasts.tsx';
import { NotificationPanel } from './notification-panel.tsx';
import './notifications.css';

const PHONE = '(max-width: 40em)';
const MOST_SHOWN = 99;
const LABEL = 'Notifications';

type Props = {
  /** Why it does not ring now, in words; null when it does. */
  quiet?: string | null;
  /** Stands on top of the panel. */
  notice?: ReactNode;
};

/** The bell says what is unread; opening it only ends the emphasis on what is new. */
export function NotificationBell({ quiet = null, notice }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isPhone = useMedia(PHONE);
  useSeenWhile(isOpen);
  useEffect(() => (isOpen ? holdToasts() : undefined), [isOpen]);
  const close = () => setOpen(false);
  const button = <BellButton quiet={quiet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />;
  if (isPhone) {
    return (
      <>
        {button}
        {isOpen && (
          <Sheet label={LABEL} onClose={close}>
            <NotificationPanel notice={notice} onLeave={close} onClose={close} />
          </Sheet>
        )}
      </>
    );
  }
  return (
    <Popover label={LABEL} isOpen={isOpen} onClose={close} button={button}>
      <NotificationPanel notice={notice} onLeave={close} />
    </Popover>
  );
}

function BellButton({ quiet, ...props }: ComponentProps<'button'> & { quiet: string | null }) {
  const { data } = useInboxQuery();
  const { unread = 0, unseen = 0 } = data?.inbox.counts ?? {};
  const label = [LABEL, unread > 0 && `${unread} unread`, quiet].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      {...props}
      className="bell"
      data-new={unseen > 0 || undefined}
      data-quiet={quiet !== null || undefined}
      aria-haspopup="dialog"
      aria-label={label}
      title={quiet ?? undefined}
    >
      {quiet && <IconMoon size={16} stroke={1.8} aria-hidden="true" className="bell-moon" />}
      <IconBell size={22} stroke={1.7} aria-hidden="true" className="bell-icon" />
      {unread > 0 && (
        <span className="bell-badge" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </button>
  );
}

/** While the panel is open, what arrives has been seen. */
function useSeenWhile(isOpen: boolean): void {
  const { data } = useInboxQuery();
  const [markAllAsSeen] = useMarkAllAsSeenMutation();
  const { seq, unseen } = data?.inbox.counts ?? {};
  useEffect(() => {
    if (!isOpen || !seq || !unseen) return;
    // Nobody is hurt when this fails: the emphasis stays until the next time.
    markAllAsSeen({ variables: { upToSeq: seq } }).catch(() => undefined);
  }, [isOpen, seq, unseen, markAllAsSeen]);
}
