import { useRef, type ComponentPropsWithoutRef } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useFocusMovesOn } from './row-focus.ts';
import { placeOf, RowHead, type RowPlace } from './row-head.tsx';
import { useRowCommands } from './use-row-commands.ts';
import './row.css';

type Props = ComponentPropsWithoutRef<'article'> & { row: NotificationRowFragment; place: RowPlace };

/** What each row is to the keyboard, the list and its styles, whatever is drawn in it. The rest says how it is called. */
export function RowFrame({ row, place, children, ...others }: Props) {
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
      {...others}
      {...placeOf(place)}
    >
      <RowHead {...place} />
      {children}
    </article>
  );
}
