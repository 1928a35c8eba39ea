import { useRef } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useFocusMovesOn } from './row-focus.ts';
import { placeOf, RowHead, type RowPlace } from './row-head.tsx';
import { useRowCommands } from './use-row-commands.ts';
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
  const article = useRef<HTMLElement>(null);
  useFocusMovesOn(article, id);
  useRowCommands(article, row);
  return (
    <article
      ref={article}
      className="note"
      part="row"
      tabIndex={0}
      data-unread={!isRead || undefined}
      aria-label={say('notification.cannotBeShown')}
      {...placeOf(place)}
    >
      <RowHead {...place} />
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
    </article>
  );
}
