import { useRef } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useFocusMovesOn } from './row-focus.ts';
import { placeOf, RowHead, type RowPlace } from './row-head.tsx';
import { useRowCommands } from './use-row-commands.ts';
import '../../ui/buttons/text-button.css';

type Props = RowPlace & {
  row: NotificationRowFragment;
};

/** In the place of a row that cannot be drawn. Whatever it is, the reader can be rid of it. */
export function BrokenRow({ row, ...place }: Props) {
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
      tabIndex={0}
      data-unread={!isRead || undefined}
      aria-label="This notification cannot be shown"
      {...placeOf(place)}
    >
      <RowHead {...place} />
      <div className="note-track broken-row">
        <p>This notification cannot be shown.</p>
        <div className="broken-row-buttons">
          {!isArchived && (
            <button type="button" className="text-button" onClick={() => void mark(id, !isRead)}>
              {isRead ? 'Mark as unread' : 'Mark as read'}
            </button>
          )}
          <button
            type="button"
            className="text-button"
            onClick={() => void (isArchived ? unarchive(id) : archive(id))}
          >
            {isArchived ? 'Move back to inbox' : 'Archive'}
          </button>
          <button type="button" className="text-button" onClick={() => void remove(id)}>
            Delete
          </button>
        </div>
      </div>
    </article>
  );
}
