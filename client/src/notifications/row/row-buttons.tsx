import {
  IconArchive,
  IconClock,
  IconDots,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ComponentProps } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useTriage } from '../../inbox/acts/use-triage.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { LatePlace } from '../../ui/layers/late-place.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';

const RowMenu = lazyPart(() => import('./row-menu.tsx').then((module) => module.RowMenu));
const SnoozeMenu = lazyPart(() => import('../snooze/snooze-menu.tsx').then((module) => module.SnoozeMenu));

type Props = {
  row: NotificationRowFragment;
  titleId: string;
  /** The reader follows a link. */
  onFollow: (() => void) | undefined;
};

type Open = { menu: 'more' | 'snooze'; anchor: HTMLElement };

/**
 * What can be done with a row, beside it: the most used as icons, the rest in a menu. With a mouse they show on hover,
 * with the keyboard on focus. The keys of a list press them by their `data-command`.
 */
export function RowButtons({ row, titleId, onFollow }: Props) {
  const { id, title } = row;
  const { remove } = useArchiving();
  const { snooze } = useTriage();
  const [open, setOpen] = useState<Open | null>(null);
  const isArchived = row.archivedAt !== null;
  const close = () => setOpen(null);
  return (
    <div className="note-buttons" data-open={open !== null || undefined} onPointerEnter={RowMenu.preload}>
      <MoveButtons row={row} onSnooze={(anchor) => setOpen({ menu: 'snooze', anchor })} />
      {isArchived && (
        <RowButton
          label="Delete"
          title={title}
          Icon={IconTrash}
          keys={{ name: 'Delete', short: 'Del' }}
          onClick={() => void remove(id)}
        />
      )}
      <RowButton
        label="More"
        title={title}
        Icon={IconDots}
        aria-haspopup="menu"
        aria-expanded={open?.menu === 'more'}
        onClick={({ currentTarget }) => setOpen({ menu: 'more', anchor: currentTarget })}
      />
      <LatePlace onClose={close}>
        {open?.menu === 'more' && (
          <RowMenu
            row={row}
            titleId={titleId}
            anchor={open.anchor}
            onFollow={onFollow}
            onSnooze={() => setOpen({ menu: 'snooze', anchor: open.anchor })}
            onClose={close}
          />
        )}
        {open?.menu === 'snooze' && (
          <SnoozeMenu anchor={open.anchor} onSnooze={(until) => void snooze(id, until)} onClose={close} />
        )}
      </LatePlace>
    </div>
  );
}

type MoveProps = { row: NotificationRowFragment; onSnooze: (anchor: HTMLElement) => void };

function MoveButtons({ row, onSnooze }: MoveProps) {
  const { id, title, isRead, isPinned } = row;
  const { mark } = useMarking();
  const { archive, unarchive } = useArchiving();
  const { pin, wake } = useTriage();
  const isArchived = row.archivedAt !== null;
  const isSnoozed = row.snoozedUntil !== null;
  return (
    <>
      {!isArchived && (
        <RowButton
          label={isRead ? 'Mark as unread' : 'Mark as read'}
          title={title}
          Icon={isRead ? IconMail : IconMailOpened}
          onClick={() => void mark(id, !isRead)}
        />
      )}
      <RowButton
        label={isArchived ? 'Move back to inbox' : 'Archive'}
        title={title}
        Icon={isArchived ? IconInbox : IconArchive}
        keys={{ name: 'E', short: 'E' }}
        data-command="archive"
        onClick={() => void (isArchived ? unarchive(id) : archive(id))}
      />
      {isSnoozed ? (
        <RowButton label="Wake now" title={title} Icon={IconInbox} onClick={() => void wake(id)} />
      ) : (
        <RowButton
          label="Snooze"
          title={title}
          Icon={IconClock}
          keys={{ name: 'H', short: 'H' }}
          className="not-for-touch"
          data-command="snooze"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => onSnooze(currentTarget)}
        />
      )}
      <RowButton
        label={isPinned ? 'Unpin' : 'Pin'}
        title={title}
        Icon={isPinned ? IconPinnedOff : IconPin}
        keys={{ name: 'S', short: 'S' }}
        className="not-for-touch"
        data-command="pin"
        onClick={() => void pin(id, !isPinned)}
      />
    </>
  );
}

type ButtonProps = Omit<ComponentProps<'button'>, 'title'> & {
  label: string;
  title: string;
  Icon: typeof IconArchive;
  /** By the name that programs know, and in short for the tooltip. */
  keys?: { name: string; short: string };
};

function RowButton({ label, title, Icon, keys, ...props }: ButtonProps) {
  return (
    <IconButton
      {...props}
      aria-label={`${label}: ${title}`}
      aria-keyshortcuts={keys?.name}
      title={keys ? `${label} (${keys.short})` : label}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
    </IconButton>
  );
}
