import { useContext, useLayoutEffect, useRef } from 'react';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { LoadMore } from '../../ui/buttons/load-more.tsx';
import { NotificationFeed } from './notification-feed.tsx';
import { OpenBeside, useOpening } from './open-beside.ts';
import { isFocusFree } from '../row/row-focus.ts';
import { useKeptPlace, usePlaceToReturnTo } from './use-kept-place.ts';
import { articleAt } from './row-window.ts';
import { useRowWindow } from './use-row-window.ts';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  inbox: ReturnType<typeof useNotifications>;
  /** What came from this seq on is new to the reader. */
  newFrom?: number | undefined;
};

/** The list on a page of its own, however long it is. */
export function LongFeed({ inbox, newFrom }: Props) {
  const say = useWords();
  const { notifications: rows, hasMore, isLoadingMore, loadMore } = inbox;
  const feed = useRef<HTMLDivElement>(null);
  const kept = usePlaceToReturnTo();
  const { drawn, ...bringing } = useRowWindow(feed, rows, kept !== null);
  useKeptPlace(feed, inbox, kept, bringing);
  const openId = useContext(OpenBeside);
  const open = useOpening();
  const wasOpen = useRef<string>(null);
  // Before anybody can find the focus nowhere.
  useLayoutEffect(() => {
    const closedId = wasOpen.current;
    wasOpen.current = openId;
    if (openId !== null || closedId === null || !feed.current || !isFocusFree()) return;
    articleAt(
      feed.current,
      rows.findIndex(({ id }) => id === closedId),
    )?.focus();
  }, [openId, rows]);
  return (
    <>
      <NotificationFeed
        feed={feed}
        rows={rows}
        drawn={drawn}
        label={say('notification.many')}
        withDays
        isBusy={isLoadingMore}
        isAll={!hasMore}
        newFrom={newFrom}
        openId={openId}
        open={open}
      />
      {hasMore && <LoadMore isLoading={isLoadingMore} onLoadMore={loadMore} />}
    </>
  );
}
