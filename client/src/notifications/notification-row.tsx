import { IconArchive, IconExternalLink, IconInbox } from '@tabler/icons-react';
import { useId, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SmartLink } from '../ui/smart-link.tsx';
import { useSwipeLeft } from '../ui/use-swipe-left.ts';
import { NotificationIcon } from './notification-icon.tsx';
import { NotificationOutcome } from './notification-outcome.tsx';
import { targetOf } from './notification-target.ts';
import { RowButtons, type RowCommands } from './row-buttons.tsx';
import { useFocusMovesOn } from './row-focus.ts';

export type RowActions = RowCommands & {
  /** The reader follows one of the row's links. */
  onFollow?: () => void;
};

type Props = RowActions & { row: NotificationRowFragment; position: number; heading?: ReactNode };

/** Title and message come from other people: they are shown as text in whatever direction they run, never as HTML. */
export function NotificationRow({ row, position, heading, onFollow, ...commands }: Props) {
  const id = useId();
  const article = useRef<HTMLElement>(null);
  useFocusMovesOn(article, row.id);
  const swipe = useSwipeLeft<HTMLDivElement>(() => commands.onArchive(row.id, !row.archivedAt));
  const target = targetOf(row);
  const followTarget = () => {
    if (!row.isRead) commands.onMark(row.id, true);
    onFollow?.();
  };
  return (
    <article
      ref={article}
      className="note"
      tabIndex={0}
      data-unread={!row.isRead || undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-message ${id}-outcome`}
      aria-posinset={position}
      aria-setsize={-1}
    >
      {heading}
      <div className="note-track">
        <BehindRow isArchived={row.archivedAt !== null} />
        <div className="note-body" {...swipe}>
          <NotificationIcon type={row.type} />
          <div className="note-text">
            <Link
              to={`/notifications/${row.id}`}
              className="note-title"
              id={`${id}-title`}
              onClick={onFollow}
            >
              {!row.isRead && <span className="visually-hidden">Unread: </span>}
              <span dir="auto">{row.title}</span>
            </Link>
            <p className="note-message" id={`${id}-message`} dir="auto">
              {row.message}
            </p>
            <NotificationOutcome notification={row} id={`${id}-outcome`} />
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
          {!row.isRead && <span className="note-dot" aria-hidden="true" />}
          <RowButtons row={row} titleId={`${id}-title`} onFollow={onFollow} {...commands} />
        </div>
      </div>
    </article>
  );
}

/** What a finger uncovers that pulls the row to the left. */
function BehindRow({ isArchived }: { isArchived: boolean }) {
  const Icon = isArchived ? IconInbox : IconArchive;
  return (
    <div className="note-behind" aria-hidden="true">
      <Icon size={20} stroke={1.7} />
      {isArchived ? 'Move back' : 'Archive'}
    </div>
  );
}
