import { IconArchive, IconBell, IconClock, IconCloudOff, IconFilter, IconSearch } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { errorText } from '../../inbox/error-text.ts';
import { useIsLineLost } from '../../inbox/follow/use-is-line-lost.ts';
import type { InboxView } from '../../inbox/lists/filter.ts';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { LoadFailure, OUT_OF_DATE, RowSkeletons, StateMessage } from '../../ui/page/states.tsx';
import { LongFeed } from '../list/long-feed.tsx';
import { VIEWS } from './views.ts';
import { Said, useWords } from '../../words/use-words.tsx';

type Props = {
  view: InboxView;
  inbox: ReturnType<typeof useNotifications>;
  isNarrowed: boolean;
  search?: string | undefined;
  /** What came from this seq on is new to the reader. */
  newFrom?: number | undefined;
  /** What stands above it is still on its way: nothing moves when it comes. */
  isWaiting?: boolean;
};

export function ListBody(props: Props) {
  const { notifications, hasMore, error, loading, retry } = props.inbox;
  // The first drawing is much at once: it is done bit by bit, while the page still answers.
  const isThere = useDeferredValue(!loading && !props.isWaiting);
  if (error) {
    return <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />;
  }
  if (loading || props.isWaiting || !isThere) return <RowSkeletons count={6} />;
  if (notifications.length === 0 && !hasMore) return <EmptyList {...props} />;
  return <LongFeed inbox={props.inbox} newFrom={props.newFrom} />;
}

/** Said only where it is known: not while the answer is on its way, nor when the line to the server is lost. */
export function useIsCaughtUp({ unreadCount, loading, error }: Props['inbox']): boolean {
  const isLineLost = useIsLineLost();
  return unreadCount === 0 && !loading && !error && !isLineLost;
}

const ICONS = {
  all: IconBell,
  unread: IconBell,
  read: IconBell,
  snoozed: IconClock,
  archived: IconArchive,
} as const satisfies Record<InboxView, typeof IconBell>;

function EmptyList({ view, inbox, isNarrowed, search }: Props) {
  const say = useWords();
  const isLineLost = useIsLineLost();
  const isCaughtUp = useIsCaughtUp(inbox);
  const { title, empty, hint } = VIEWS.find((known) => known.view === view) ?? VIEWS[0]!;
  if (search) {
    return (
      <StateMessage icon={<IconSearch size={28} stroke={1.5} />} title={say('search.nothing')}>
        {isLineLost ? OUT_OF_DATE : <Said of="search.noMatch" with={{ search: <bdi>{search}</bdi> }} />}
      </StateMessage>
    );
  }
  if (isNarrowed) {
    return (
      <StateMessage icon={<IconFilter size={28} stroke={1.5} />} title={say(title)}>
        {isLineLost ? OUT_OF_DATE : say('filter.nothing')}
      </StateMessage>
    );
  }
  // Some may be unread that this list has not got yet.
  const isKnown = isCaughtUp || (view !== 'unread' && !isLineLost);
  const Icon = ICONS[view];
  return (
    <StateMessage icon={<Icon size={28} stroke={1.5} />} title={say(isKnown ? empty : title)}>
      {isLineLost ? OUT_OF_DATE : say(hint)}
    </StateMessage>
  );
}
