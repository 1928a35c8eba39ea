import { useApolloClient } from '@apollo/client/react';
import { Drawer, Popover, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell, IconMoon } from '@tabler/icons-react';
import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react';
import { useInboxQuery } from '../generated/hooks.ts';
import { arrivalToastsOf } from './arrival-toasts.tsx';
import { NotificationPanel } from './notification-panel.tsx';
import { usePanelState } from './use-panel-state.ts';

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
  const bell = useRef<HTMLButtonElement>(null);
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const { isOpen, toggle, close, leave } = usePanelState(isPhone);
  const client = useApolloClient();
  useEffect(() => (isOpen ? arrivalToastsOf(client).hold() : undefined), [client, isOpen]);
  const closeAndReturn = () => {
    close();
    // After the click that closed it has moved the focus: back to the bell, unless the reader went on to something.
    setTimeout(() => {
      if (!document.activeElement || document.activeElement === document.body) bell.current?.focus();
    });
  };
  const button = <BellButton ref={bell} quiet={quiet} aria-expanded={isOpen} onClick={toggle} />;
  if (isPhone) {
    return (
      <>
        {button}
        <Drawer.Root opened={isOpen} onClose={close} position="right" size="100%">
          <Drawer.Content aria-label="Notifications">
            <NotificationPanel notice={notice} onLeave={leave} onClose={close} />
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
        <NotificationPanel notice={notice} onLeave={leave} />
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
