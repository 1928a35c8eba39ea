import { useCallback, useRef, type RefObject } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { dayHeading, useNow } from '../../ui/words/relative-time.tsx';
import { onFeedKey, useFeedCommands } from './feed-keys.ts';
import { NotificationRow, type RowActions } from '../row/notification-row.tsx';
import { useFocusLeavesWithList } from '../row/row-focus.ts';
import { withGaps, type DrawnRow } from './stretch.ts';
import './feed.css';

type Props = Pick<RowActions, 'onFollow'> & {
  rows: NotificationRowFragment[];
  label: string;
  isBusy?: boolean;
  withDays?: boolean;
  /** These are all that there are. */
  isAll?: boolean;
  /** What came from this seq on is new to the reader. */
  newFrom?: number | undefined;
  /** Where the list is long: its element, and which of its rows are drawn. */
  feed?: RefObject<HTMLDivElement | null>;
  drawn?: DrawnRow[];
  /** The row that is open beside the list, and how the next one is opened there; undefined where none can be. */
  openId?: string | null;
  open?: ((id: string) => void) | undefined;
};

export function NotificationFeed({ rows, label, isBusy = false, feed: given, open, ...props }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const feed = given ?? own;
  const follow = open && ((index: number) => rows[index] && open(rows[index].id));
  useFocusLeavesWithList(feed);
  useFeedCommands(feed, follow);
  return (
    <div
      ref={feed}
      role="feed"
      aria-label={label}
      aria-busy={isBusy}
      className="feed"
      onKeyDown={(event) => onFeedKey(event, follow)}
    >
      <FeedRows {...props} rows={rows} />
    </div>
  );
}

type RowsProps = Omit<Props, 'label' | 'isBusy' | 'feed' | 'open'>;

function FeedRows({ rows, drawn, withDays, isAll, newFrom = 0, openId, onFollow }: RowsProps) {
  const now = useNow();
  const follow = useCallback(() => onFollow?.(), [onFollow]);
  const dayOf = (row: NotificationRowFragment | undefined) =>
    row && dayHeading(Date.parse(row.createdAt), now);
  const all = () => withGaps({ first: 0, last: rows.length - 1 }, [], rows.length, () => 0);
  return (drawn ?? all()).map(({ index, gapBefore, gapAfter }) => {
    const row = rows[index]!;
    const before = rows[index - 1];
    return (
      <NotificationRow
        key={row.id}
        row={row}
        position={index + 1}
        setSize={isAll ? rows.length : -1}
        gapBefore={gapBefore}
        gapAfter={gapAfter}
        day={withDays && dayOf(row) !== dayOf(before) ? dayOf(row) : undefined}
        isFirstKnown={before !== undefined && before.seq >= newFrom && row.seq < newFrom}
        isOpen={row.id === openId}
        onFollow={follow}
      />
    );
  });
}
