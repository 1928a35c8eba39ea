import { useRef, useState } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { dayHeading, useNow } from '../../ui/words/relative-time.tsx';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { onFeedKey, useFeedCommands } from './feed-keys.ts';
import { NotificationRow, type RowActions } from '../row/notification-row.tsx';
import { useFocusLeavesWithList } from '../row/row-focus.ts';
import './feed.css';

type Props = Pick<RowActions, 'onFollow'> & {
  rows: NotificationRowFragment[];
  label: string;
  isBusy?: boolean;
  withDays?: boolean;
};

export function NotificationFeed({ rows, label, isBusy = false, withDays = false, onFollow }: Props) {
  const { remove } = useArchiving();
  const now = useNow();
  const feed = useRef<HTMLDivElement>(null);
  const [askedId, setAskedId] = useState<string | null>(null);
  useFocusLeavesWithList(feed);
  useFeedCommands(feed);
  const asked = rows.find(({ id }) => id === askedId);
  // Its row has gone, here or in another tab: should the row come back, the question must not come with it.
  if (askedId !== null && !asked) setAskedId(null);
  const dayOf = (row: NotificationRowFragment | undefined) =>
    row && dayHeading(Date.parse(row.createdAt), now);
  return (
    <>
      <div
        ref={feed}
        role="feed"
        aria-label={label}
        aria-busy={isBusy}
        className="feed"
        onKeyDown={onFeedKey}
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
              onDelete={setAskedId}
            />
          );
        })}
      </div>
      {asked && (
        <DeleteDialog
          title={asked.title}
          onDelete={() => void remove(asked.id)}
          onClose={() => setAskedId(null)}
        />
      )}
    </>
  );
}
