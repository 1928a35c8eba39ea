import { Drawer, Popover, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell, IconMoon } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { useInboxQuery, useMarkAllAsSeenMutation } from '../generated/hooks.ts';
import { useIsVisible } from '../ui/tab-visibility.ts';
import { holdToasts } from './arrival-toasts.tsx';
import { NotificationPanel } from './notification-panel.tsx';

const PHONE = '(max-width: 40em)';
const MOST_SHOWN = 99;

type Props = {
  /** Why it does not ring now, in words; null when it does. */
  quiet?: string | null;
  /** Stands on top of the panel. */
  notice?: ReactNode;
};

/** The bell says what is unread; opening it only ends the emphasis on what is new. */
export function NotificationBell({ quiet = null, notice }: Props) {
  const [isOpen, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  useSeenWhile(isOpen);
  useEffect(() => (isOpen ? holdToasts() : undefined), [isOpen]);
  const close = () => setOpen(false);
  const closeAndReturn = () => {
    setOpen(false);
    // After the click that closed it has moved the focus: back to the bell, unless the reader went on to something.
    setTimeout(() => {
      if (!document.activeElement || document.activeElement === document.body) bell.current?.focus();
    });
  };
  const button = (
    <BellButton ref={bell} quiet={quiet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
  );
  if (isPhone) {
    return (
      <>
        {button}
        <Drawer.Root opened={isOpen} onClose={close} position="right" size="100%">
          <Drawer.Content aria-label="Notifications">
            <NotificationPanel notice={notice} onLeave={close} onClose={close} />
          </Drawer.Content>
        </Drawer.Root>
      </>
    );
  }
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && closeAndReturn()}
      position="bottom-end"
      width={420}
      offset={10}
      shadow="lg"
      withinPortal={false}
      withRoles={false}
      closeOnEscape={false}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown
        className="panel-box"
        role="dialog"
        aria-label="Notifications"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          close();
          bell.current?.focus();
        }}
      >
        <NotificationPanel notice={notice} onLeave={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function BellButton({ quiet, ...props }: ComponentProps<'button'> & { quiet: string | null }) {
  const { data } = useInboxQuery();
  const { unread = 0, unseen = 0 } = data?.inbox.counts ?? {};
  const label = ['Notifications', unread > 0 && `${unread} unread`, quiet].filter(Boolean).join(', ');
  return (
    <UnstyledButton
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
    </UnstyledButton>
  );
}

/** While the panel is open, what arrives has been seen. */
function useSeenWhile(isOpen: boolean): void {
  const { data } = useInboxQuery();
  const [markAllAsSeen] = useMarkAllAsSeenMutation();
  const isVisible = useIsVisible();
  const { seq, unseen } = data?.inbox.counts ?? {};
  useEffect(() => {
    if (!isOpen || !isVisible || !seq || !unseen) return;
    // Nobody is hurt when this fails: the emphasis stays until the next time.
    markAllAsSeen({ variables: { upToSeq: seq } }).catch(() => undefined);
  }, [isOpen, isVisible, seq, unseen, markAllAsSeen]);
}
