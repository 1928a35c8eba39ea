import {
  IconArchive,
  IconHelpCircle,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconTrash,
} from '@tabler/icons-react';
import { use } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { IconButton, IconLink } from '../../ui/buttons/icon-button.tsx';
import { isElsewhere } from '../../ui/attention/use-whole-link.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { whyPath } from '../notification-target.ts';
import { RowMuting } from './muting.ts';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  row: NotificationRowFragment;
  titleId: string;
  /** The reader wants it gone for good: ask. */
  onDelete: (id: string) => void;
  /** The reader follows a link. */
  onFollow?: () => void;
};

/** What can be done with a row, beside it. With a mouse they show on hover, with the keyboard on focus. */
export function RowButtons({ row, titleId, onFollow, onDelete }: Props) {
  const say = useWords();
  const { id, title, isRead } = row;
  const { markAsRead, markAsUnread } = useMarking();
  const { archive, unarchive } = useArchiving();
  const muting = use(RowMuting);
  const isArchived = row.archivedAt !== null;
  return (
    <div className="note-buttons">
      {!isArchived && (
        <RowButton
          label={say(isRead ? 'notification.markUnread' : 'notification.markRead')}
          title={title}
          Icon={isRead ? IconMail : IconMailOpened}
          onClick={() => void (isRead ? markAsUnread(id) : markAsRead(id))}
        />
      )}
      <RowButton
        label={say(isArchived ? 'notification.moveBack' : 'notification.archive')}
        title={title}
        Icon={isArchived ? IconInbox : IconArchive}
        keys={{ name: 'E', short: 'E' }}
        onClick={() => void (isArchived ? unarchive(id) : archive(id))}
      />
      {row.subject && muting?.(row.subject)}
      <IconLink
        to={whyPath(id)}
        className="not-for-touch"
        aria-label={say('notification.whyQuestion')}
        aria-describedby={titleId}
        title={say('notification.whyQuestion')}
        onClick={(event) => isElsewhere(event) || onFollow?.()}
      >
        <IconHelpCircle size={18} stroke={1.7} aria-hidden="true" />
      </IconLink>
      <RowButton
        label={say('notification.delete')}
        title={title}
        Icon={IconTrash}
        keys={{ name: 'Delete', short: say('notification.deleteKey') }}
        // A finger finds it in the archive and on the page of the notification, out of the way of the others.
        className={isArchived ? '' : 'not-for-touch'}
        onClick={() => onDelete(id)}
      />
    </div>
  );
}

type ButtonProps = {
  label: string;
  title: string;
  Icon: typeof IconArchive;
  /** By the name that programs know, and in short for the tooltip. */
  keys?: { name: string; short: string };
  className?: string;
  onClick: () => void;
};

function RowButton({ label, title, Icon, keys, className, onClick }: ButtonProps) {
  const say = useWords();
  return (
    <IconButton
      className={className}
      aria-label={say('notification.doAbout', { action: label, title })}
      aria-keyshortcuts={keys?.name}
      title={keys ? say('notification.withKey', { label, key: keys.short }) : label}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
    </IconButton>
  );
}
