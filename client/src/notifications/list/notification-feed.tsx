import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { dayHeading, useNow } from '../../ui/words/relative-time.tsx';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { onFeedKey } from './feed-keys.ts';
import { NotificationRow, type RowActions } from '../row/notification-row.tsx';
import { useFocusLeavesWithList } from '../row/row-focus.ts';
import { undoLast } from './undo-toast.tsx';
import './feed.css';

type Props = Pick<RowActions, 'onFollow'> & {
  rows: NotificationRowFragment[];
  label: string;
  isBusy?: boolean;
  withDays?: boolean;
};

export function NotificationFeed({ rows, label, isBusy = false, withDays = false, onFollow }: Props) {
  const client = useApolloClient();
  const { archive, unarchive, remove } = useArchiving();
  const now = useNow();
  const feed = useRef<HTMLDivElement>(null);
  useFocusLeavesWithList(feed);
  const commands = {
    archive: (index: number) => {
      const row = rows[index];
      if (row) void (row.archivedAt ? unarchive(row.id) : archive(row.id));
    },
    remove: (index: number) => {
      const row = rows[index];
      if (row) void remove(row.id);
    },
    undo: () => undoLast(client),
  };
  const dayOf = (row: NotificationRowFragment | undefined) =>
    row && dayHeading(Date.parse(row.createdAt), now);
  return (
    <div
      ref={feed}
      role="feed"
      aria-label={label}
      aria-busy={isBusy}
      className="feed"
      onKeyDown={(event) => onFeedKey(event, commands)}
    >
      {rows.map((row, index) => {
        const day = withDays && dayOf(row) !== dayOf(rows[index - 1]) ? dayOf(row) : undefined;
        const heading = day && <h2 className="feed-day">{day}</h2>;
        return (
          <NotificationRow
            key={row.id}
            row={row}
            position={index + 1}
            heading={heading}
            onFollow={onFollow}
          />
        );
      })}
    </div>
  );
}
