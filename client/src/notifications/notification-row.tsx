import { ActionIcon } from '@mantine/core';
import { IconExternalLink, IconMail, IconMailOpened } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SmartLink } from '../ui/smart-link.tsx';
import { NotificationIcon } from './notification-icon.tsx';
import { targetOf } from './notification-target.ts';

export type RowActions = {
  onMark: (id: string, isRead: boolean) => void;
  /** The reader follows one of the row's links. */
  onFollow?: () => void;
};

type Props = RowActions & { row: NotificationRowFragment; position: number; heading?: ReactNode };

/** Title and message come from other people: they are shown as text in whatever direction they run, never as HTML. */
export function NotificationRow({ row, position, heading, onMark, onFollow }: Props) {
  const id = useId();
  const target = targetOf(row);
  const followTarget = () => {
    if (!row.isRead) onMark(row.id, true);
    onFollow?.();
  };
  return (
    <article
      className="note"
      tabIndex={0}
      data-unread={!row.isRead || undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-message`}
      aria-posinset={position}
      aria-setsize={-1}
    >
      {heading}
      <div className="note-body">
        <NotificationIcon type={row.type} />
        <div className="note-text">
          <Link to={`/notifications/${row.id}`} className="note-title" id={`${id}-title`} onClick={onFollow}>
            {!row.isRead && <span className="visually-hidden">Unread: </span>}
            <span dir="auto">{row.title}</span>
          </Link>
          <p className="note-message" id={`${id}-message`} dir="auto">
            {row.message}
          </p>
          <p className="note-meta">
            <RelativeTime at={row.createdAt} />
            {target && (
              <SmartLink to={target.url} className="note-target" onClick={followTarget}>
                {target.label}
                {target.url.kind === 'external' && <IconExternalLink size={13} aria-hidden="true" />}
              </SmartLink>
            )}
          </p>
        </div>
        <div className="note-side">
          <ReadToggle row={row} onMark={onMark} />
          {!row.isRead && <span className="note-dot" aria-hidden="true" />}
        </div>
      </div>
    </article>
  );
}

function ReadToggle({ row, onMark }: Pick<Props, 'row' | 'onMark'>) {
  const label = row.isRead ? 'Mark as unread' : 'Mark as read';
  const Icon = row.isRead ? IconMail : IconMailOpened;
  return (
    <ActionIcon
      className="note-toggle"
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={`${label}: ${row.title}`}
      title={label}
      onClick={() => onMark(row.id, !row.isRead)}
    >
      <Icon size={18} stroke={1.7} />
    </ActionIcon>
  );
}
