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
import { WHY, WHY_QUESTION } from '../notification-target.ts';
import { useDetailPath } from '../use-detail-path.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import type { CommandName } from '../../shortcuts/shortcuts.ts';
import { RowMuting } from './muting.ts';

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
  const { id, title, isRead } = row;
  const { markAsRead, markAsUnread } = useMarking();
  const { archive, unarchive } = useArchiving();
  const muting = use(RowMuting);
  const detailPath = useDetailPath(id);
  const isArchived = row.archivedAt !== null;
  return (
    <div className="note-buttons">
      {!isArchived && (
        <RowButton
          label={isRead ? 'Mark as unread' : 'Mark as read'}
          title={title}
          Icon={isRead ? IconMail : IconMailOpened}
          command={isRead ? 'markAsUnread' : 'markAsRead'}
          onClick={() => void (isRead ? markAsUnread(id) : markAsRead(id))}
        />
      )}
      <RowButton
        label={isArchived ? 'Move back to inbox' : 'Archive'}
        title={title}
        Icon={isArchived ? IconInbox : IconArchive}
        command="archive"
        onClick={() => void (isArchived ? unarchive(id) : archive(id))}
      />
      {row.subject && muting?.(row.subject)}
      <IconLink
        to={detailPath + WHY}
        className="not-for-touch"
        aria-label={WHY_QUESTION}
        aria-describedby={titleId}
        title={WHY_QUESTION}
        onClick={(event) => isElsewhere(event) || onFollow?.()}
      >
        <IconHelpCircle size={18} stroke={1.7} aria-hidden="true" />
      </IconLink>
      <RowButton
        label="Delete"
        title={title}
        Icon={IconTrash}
        command="remove"
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
  /** What the same does by a key. */
  command: CommandName;
  className?: string;
  onClick: () => void;
};

function RowButton({ label, title, Icon, command, className, onClick }: ButtonProps) {
  const hint = useKeyHint(command);
  return (
    <IconButton
      className={className}
      aria-label={`${label}: ${title}`}
      aria-keyshortcuts={hint.keys}
      title={hint.title(label)}
      onClick={onClick}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
    </IconButton>
  );
}
