import type { ReactNode } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useWords } from '../../words/use-words.tsx';
import type { RowActions } from './notification-row.tsx';
import { RowFrame } from './row-frame.tsx';
import type { RowPlace } from './row-head.tsx';

type Props = RowPlace & RowActions & { row: NotificationRowFragment; children: ReactNode };

/** A row whose inside the host application draws: what it is to the keyboard and to a screen reader stays ours. */
export function OwnRow({ row, children, onFollow: _, ...place }: Props) {
  const say = useWords();
  const name = row.isRead ? row.title : `${say('notification.unreadMark')} ${row.title}`;
  return (
    <RowFrame row={row} place={place} aria-label={name}>
      {children}
    </RowFrame>
  );
}
