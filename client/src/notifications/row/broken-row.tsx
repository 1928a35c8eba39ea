import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { RowFrame } from './row-frame.tsx';
import type { RowPlace } from './row-head.tsx';
import { useWords } from '../../words/use-words.tsx';
import '../../ui/buttons/text-button.css';

type Props = RowPlace & {
  row: NotificationRowFragment;
};

/** In the place of a row that cannot be drawn. Whatever it is, the reader can be rid of it. */
export function BrokenRow({ row, ...place }: Props) {
  const say = useWords();
  const { id, isRead } = row;
  const { mark } = useMarking();
  const { archive, unarchive, remove } = useArchiving();
  const isArchived = row.archivedAt !== null;
  return (
    <RowFrame
      row={row}
      place={place}
      part="row"
      data-severity={undefined}
      aria-label={say('notification.cannotBeShown')}
    >
      <div className="note-track broken-row">
        <p>{say('notification.cannotBeShownText')}</p>
        <div className="broken-row-buttons">
          {!isArchived && (
            <button type="button" className="text-button" onClick={() => void mark(id, !isRead)}>
              {say(isRead ? 'notification.markUnread' : 'notification.markRead')}
            </button>
          )}
          <button
            type="button"
            className="text-button"
            onClick={() => void (isArchived ? unarchive(id) : archive(id))}
          >
            {say(isArchived ? 'notification.moveBack' : 'notification.archive')}
          </button>
          <button type="button" className="text-button" onClick={() => void remove(id)}>
            {say('notification.delete')}
          </button>
        </div>
      </div>
    </RowFrame>
  );
}
