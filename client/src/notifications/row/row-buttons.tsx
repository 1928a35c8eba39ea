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
import { useContext, useState, type ComponentProps } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useTriage } from '../../inbox/acts/use-triage.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import type { CommandName } from '../../shortcuts/shortcuts.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { LatePlace } from '../../ui/layers/late-place.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { RowMuting } from './muting.ts';
import { useWords } from '../../words/use-words.tsx';
import { withWords } from '../../words/load.ts';

const RowMenu = lazyPart(() => withWords('acts', import('./row-menu.tsx')).then((module) => module.RowMenu));
const SnoozeMenu = lazyPart(() =>
  withWords('acts', import('../snooze/snooze-menu.tsx')).then((module) => module.SnoozeMenu),
);

type Props = {
  row: NotificationRowFragment;
  titleId: string;
  /** The reader follows a link. */
  onFollow: (() => void) | undefined;
};

type Open = { menu: 'more' | 'snooze'; anchor: HTMLElement };

/**
 * What can be done with a row, beside it: the most used as icons, the rest in a menu. With a mouse they show on hover,
 * with the keyboard on focus.
 */
export function RowButtons({ row, titleId, onFollow }: Props) {
  const say = useWords();
  const { id, title } = row;
  const { remove } = useArchiving();
  const { snooze } = useTriage();
  const muting = useContext(RowMuting);
  const [open, setOpen] = useState<Open | null>(null);
  const isArchived = row.archivedAt !== null;
  const close = () => setOpen(null);
  return (
    <div
      className="note-buttons"
      part="row-buttons"
      data-open={open !== null || undefined}
      onPointerEnter={RowMenu.preload}
    >
      <MoveButtons row={row} onSnooze={(anchor) => setOpen({ menu: 'snooze', anchor })} />
      {isArchived && (
        <RowButton
          label={say('notification.delete')}
          title={title}
          Icon={IconTrash}
          command="remove"
          onClick={() => void remove(id)}
        />
      )}
      <RowButton
        label={say('notification.more')}
        title={title}
        Icon={IconDots}
        aria-haspopup="menu"
        aria-expanded={open?.menu === 'more'}
        onClick={({ currentTarget }) => setOpen({ menu: 'more', anchor: currentTarget })}
      />
      {row.subject && muting?.byKey(row.subject)}
      {open && (
        <LatePlace onClose={close}>
          {open.menu === 'more' && (
            <RowMenu
              row={row}
              titleId={titleId}
              anchor={open.anchor}
              onFollow={onFollow}
              onSnooze={() => setOpen({ menu: 'snooze', anchor: open.anchor })}
              onClose={close}
            />
          )}
          {open.menu === 'snooze' && (
            <SnoozeMenu anchor={open.anchor} onSnooze={(until) => void snooze(id, until)} onClose={close} />
          )}
        </LatePlace>
      )}
    </div>
  );
}

type MoveProps = { row: NotificationRowFragment; onSnooze: (anchor: HTMLElement) => void };

function MoveButtons({ row, onSnooze }: MoveProps) {
  const say = useWords();
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
          label={say(isRead ? 'notification.markUnread' : 'notification.markRead')}
          title={title}
          Icon={isRead ? IconMail : IconMailOpened}
          command={isRead ? 'markAsUnread' : 'markAsRead'}
          onClick={() => void mark(id, !isRead)}
        />
      )}
      <RowButton
        label={say(isArchived ? 'notification.moveBack' : 'notification.archive')}
        title={title}
        Icon={isArchived ? IconInbox : IconArchive}
        command="archive"
        onClick={() => void (isArchived ? unarchive(id) : archive(id))}
      />
      {isSnoozed ? (
        <RowButton
          label={say('notification.wake')}
          title={title}
          Icon={IconInbox}
          onClick={() => void wake(id)}
        />
      ) : (
        <RowButton
          label={say('notification.snooze')}
          title={title}
          Icon={IconClock}
          command="snooze"
          className="not-for-touch"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => onSnooze(currentTarget)}
        />
      )}
      <RowButton
        label={say(isPinned ? 'notification.unpin' : 'notification.pin')}
        title={title}
        Icon={isPinned ? IconPinnedOff : IconPin}
        command="pin"
        className="not-for-touch"
        onClick={() => void pin(id, !isPinned)}
      />
    </>
  );
}

type ButtonProps = Omit<ComponentProps<'button'>, 'title'> & {
  label: string;
  title: string;
  Icon: typeof IconArchive;
  /** What the same does by a key. */
  command?: CommandName;
};

function RowButton({ label, title, Icon, command, ...props }: ButtonProps) {
  const say = useWords();
  const hint = useKeyHint(command);
  return (
    <IconButton
      {...props}
      data-command={command}
      aria-label={say('notification.doAbout', { action: label, title })}
      aria-keyshortcuts={hint.keys}
      title={hint.title(label)}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
    </IconButton>
  );
}
