import { useRef, type ReactNode } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useFocusMovesOn } from './row-focus.ts';
import { useWords } from '../../words/use-words.tsx';
import '../../ui/buttons/text-button.css';

type Props = {
  row: NotificationRowFragment;
  position: number;
  heading?: ReactNode;
  onDelete: (id: string) => void;
};

/** In the place of a row that cannot be drawn. Whatever it is, the reader can be rid of it. */
export function BrokenRow({ row, position, heading, onDelete }: Props) {
  const say = useWords();
  const { id, isRead } = row;
  const { markAsRead, markAsUnread } = useMarking();
  const { archive, unarchive } = useArchiving();
  const isArchived = row.archivedAt !== null;
  const article = useRef<HTMLElement>(null);
  useFocusMovesOn(article, id);
  return (
    <article
      ref={article}
      className="note"
      tabIndex={0}
      data-unread={!isRead || undefined}
      aria-label={say('notification.cannotBeShown')}
      aria-posinset={position}
      aria-setsize={-1}
    >
      {heading}
      <div className="note-track broken-row">
        <p>{say('notification.cannotBeShownText')}</p>
        <div className="broken-row-buttons">
          {!isArchived && (
            <button
              type="button"
              className="text-button"
              onClick={() => void (isRead ? markAsUnread(id) : markAsRead(id))}
            >
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
          <button type="button" className="text-button" onClick={() => onDelete(id)}>
            {say('notification.delete')}
          </button>
        </div>
      </div>
    </article>
  );
}
