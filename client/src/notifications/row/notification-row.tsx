import { IconArchive, IconExternalLink, IconInbox } from '@tabler/icons-react';
import { useId, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { Boundary } from '../../ui/page/boundary.tsx';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { SmartLink } from '../../ui/words/smart-link.tsx';
import { useSwipeLeft } from '../../ui/attention/use-swipe-left.ts';
import { isElsewhere, useWholeLink } from '../../ui/attention/use-whole-link.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { BrokenRow } from './broken-row.tsx';
import { NotificationIcon } from '../notification-icon.tsx';
import { NotificationOutcome } from './notification-outcome.tsx';
import { destinationOf, pathOf, targetOf } from '../notification-target.ts';
import { RowButtons } from './row-buttons.tsx';
import { useFocusMovesOn } from './row-focus.ts';
import './row.css';

export type RowActions = {
  /** The reader wants a row gone for good: ask. */
  onDelete: (id: string) => void;
  /** The reader follows one of the row's links, here and not in another tab. */
  onFollow?: () => void;
};

type Props = RowActions & { row: NotificationRowFragment; position: number; heading?: ReactNode };

export function NotificationRow(props: Props) {
  return (
    <Boundary of={props.row} fallback={<BrokenRow {...props} />}>
      <Row {...props} />
    </Boundary>
  );
}

/**
 * Leads straight to what it is about, wherever it is clicked. Title and message come from other people: they are shown
 * as text in whatever direction they run, never as HTML.
 */
function Row({ row, position, heading, onFollow, onDelete }: Props) {
  const id = useId();
  const { markAsRead } = useMarking();
  const { archive, unarchive } = useArchiving();
  const article = useRef<HTMLElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useFocusMovesOn(article, row.id);
  const swipe = useSwipeLeft<HTMLDivElement>(
    () => void (row.archivedAt ? unarchive(row.id) : archive(row.id)),
  );
  const { ofLink, around } = useWholeLink(link, (isElsewhere) => {
    if (!row.isRead) void markAsRead(row.id);
    if (!isElsewhere) onFollow?.();
  });
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
          <div className="note-text" {...around}>
            <SmartLink
              ref={link}
              to={destinationOf(row)}
              className="note-title"
              id={`${id}-title`}
              title={row.title}
              {...ofLink}
            >
              {!row.isRead && <span className="visually-hidden">Unread: </span>}
              <span dir="auto">{row.title}</span>
            </SmartLink>
            <p className="note-message" id={`${id}-message`} dir="auto">
              {row.message}
            </p>
            <NotificationOutcome notification={row} id={`${id}-outcome`} />
            <RowMeta row={row} titleId={`${id}-title`} onFollow={onFollow} />
          </div>
          {!row.isRead && <span className="note-dot" aria-hidden="true" />}
          <RowButtons row={row} titleId={`${id}-title`} onFollow={onFollow} onDelete={onDelete} />
        </div>
      </div>
    </article>
  );
}

type MetaProps = Pick<Props, 'row' | 'onFollow'> & { titleId: string };

/** When it came, where it leads if that is away from here, and the way to its own page if it leads elsewhere. */
function RowMeta({ row, titleId, onFollow }: MetaProps) {
  const target = targetOf(row)?.url;
  return (
    <p className="note-meta">
      <RelativeTime at={row.createdAt} />
      {target?.kind === 'external' && (
        <span className="note-host">
          {new URL(target.href).host}
          <IconExternalLink size={13} aria-hidden="true" />
          <span className="visually-hidden">opens in a new tab</span>
        </span>
      )}
      {target && (
        <Link
          to={pathOf(row.id)}
          className="note-details"
          aria-describedby={titleId}
          onClick={(event) => isElsewhere(event) || onFollow?.()}
        >
          Details
        </Link>
      )}
    </p>
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
