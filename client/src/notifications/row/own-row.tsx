import { useRef, type ReactNode } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useWords } from '../../words/use-words.tsx';
import type { RowActions } from './notification-row.tsx';
import { placeOf, RowHead, type RowPlace } from './row-head.tsx';
import { useFocusMovesOn } from './row-focus.ts';
import { useRowCommands } from './use-row-commands.ts';
import './row.css';

type Props = RowPlace & RowActions & { row: NotificationRowFragment; children: ReactNode };

/** A row whose inside the host application draws: what it is to the keyboard and to a screen reader stays ours. */
export function OwnRow({ row, children, onFollow: _, ...place }: Props) {
  const say = useWords();
  const article = useRef<HTMLElement>(null);
  useFocusMovesOn(article, row.id);
  useRowCommands(article, row);
  return (
    <article
      ref={article}
      className="note"
      part={row.isRead ? 'row' : 'row row-unread'}
      tabIndex={0}
      data-unread={!row.isRead || undefined}
      data-severity={row.severity}
      aria-label={row.isRead ? row.title : `${say('notification.unreadMark')} ${row.title}`}
      {...placeOf(place)}
    >
      <RowHead {...place} />
      {children}
    </article>
  );
}
