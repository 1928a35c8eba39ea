import { IconArchive, IconInbox } from '@tabler/icons-react';
import { memo, useContext, useId, useRef } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { Boundary } from '../../ui/page/boundary.tsx';
import { SmartLink } from '../../ui/words/smart-link.tsx';
import { useSwipeLeft } from '../../ui/attention/use-swipe-left.ts';
import { useWholeLink } from '../../ui/attention/use-whole-link.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { ActionButtons } from '../actions/action-buttons.tsx';
import { BrokenRow } from './broken-row.tsx';
import { CountMark } from '../count-mark.tsx';
import { HostContext } from '../host-places.tsx';
import { NotificationIcon } from '../notification-icon.tsx';
import { NotificationOutcome } from './notification-outcome.tsx';
import { destinationOf } from '../notification-target.ts';
import { useDetailPath } from '../use-detail-path.ts';
import { SeverityMark } from '../severity-mark.tsx';
import { Highlighted } from '../search/highlighted.tsx';
import { RowSelection } from '../list/row-selection.ts';
import { OwnRow } from './own-row.tsx';
import { RowButtons } from './row-buttons.tsx';
import { RowFrame } from './row-frame.tsx';
import type { RowPlace } from './row-head.tsx';
import { RowCheck } from './row-check.tsx';
import { RowMeta } from './row-meta.tsx';
import { useWords } from '../../words/use-words.tsx';

export type RowActions = {
  /** The reader follows one of the row's links, here and not in another tab. */
  onFollow?: () => void;
};

type Props = RowActions & RowPlace & { row: NotificationRowFragment };

export const NotificationRow = memo(function NotificationRow(props: Props) {
  return (
    <Boundary of={props.row} fallback={<BrokenRow {...props} />}>
      <RowOfHost {...props} />
    </Boundary>
  );
});

/** As the host draws it, where it does; where that fails, as we do. */
function RowOfHost(props: Props) {
  const { row } = props;
  const draw = useContext(HostContext)?.row;
  if (!draw) return <Row {...props} />;
  return (
    <Boundary of={row} fallback={<Row {...props} />}>
      <OwnRow {...props}>{draw(row)}</OwnRow>
    </Boundary>
  );
}

/**
 * Leads straight to what it is about, wherever it is clicked. Title and message come from other people: they are shown
 * as text in whatever direction they run, never as HTML.
 */
function Row({ row, onFollow, ...place }: Props) {
  const say = useWords();
  const id = useId();
  const detailPath = useDetailPath(row.id);
  const isSelected = useContext(RowSelection)?.isSelected(row) ?? false;
  const { markAsRead } = useMarking();
  const { archive, unarchive } = useArchiving();
  const target = destinationOf(row, detailPath);
  const link = useRef<HTMLAnchorElement>(null);
  const swipe = useSwipeLeft<HTMLDivElement>(
    () => void (row.archivedAt ? unarchive(row.id) : archive(row.id)),
  );
  const { ofLink, around } = useWholeLink(link, (isElsewhere) => {
    if (!row.isRead) void markAsRead(row.id);
    if (!isElsewhere && target) onFollow?.();
  });
  return (
    <RowFrame
      row={row}
      place={place}
      data-selected={isSelected || undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-message ${id}-outcome`}
    >
      <div className="note-track">
        <BehindRow isArchived={row.archivedAt !== null} />
        <div className="note-body" {...swipe}>
          <RowCheck row={row} />
          <NotificationIcon of={row} />
          <div className="note-text" {...around}>
            <SmartLink
              ref={link}
              to={target}
              className="note-title"
              part="row-title"
              id={`${id}-title`}
              title={row.title}
              {...ofLink}
            >
              {!row.isRead && <span className="visually-hidden">{say('notification.unreadMark')} </span>}
              <SeverityMark severity={row.severity} />
              <span dir="auto">
                <Highlighted text={row.title} />
              </span>
              {row.count > 1 && <CountMark count={row.count} />}
            </SmartLink>
            <p className="note-message" part="row-message" id={`${id}-message`} dir="auto">
              <Highlighted text={row.message} />
            </p>
            <NotificationOutcome notification={row} id={`${id}-outcome`} />
            <ActionButtons row={row} />
            <RowMeta row={row} titleId={`${id}-title`} onFollow={onFollow} />
          </div>
          {!row.isRead && <span className="note-dot" aria-hidden="true" />}
          <RowButtons row={row} titleId={`${id}-title`} onFollow={onFollow} />
        </div>
      </div>
    </RowFrame>
  );
}

/** What a finger uncovers that pulls the row to the left. */
function BehindRow({ isArchived }: { isArchived: boolean }) {
  const say = useWords();
  const Icon = isArchived ? IconInbox : IconArchive;
  return (
    <div className="note-behind" aria-hidden="true">
      <Icon size={20} stroke={1.7} />
      {say(isArchived ? 'notification.moveBackShort' : 'notification.archive')}
    </div>
  );
}
