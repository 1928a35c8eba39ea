import type { useNotifications } from '../../inbox/use-notifications.ts';
import { say } from '../../words/words.ts';

type Props = {
  search: string | undefined;
  inbox: Pick<ReturnType<typeof useNotifications>, 'notifications' | 'hasMore' | 'loading' | 'error'>;
};

/** Says how much a search has found, to whoever does not see the list. It is there before it says anything. */
export function HitCount({ search, inbox: { notifications, hasMore, loading, error } }: Props) {
  const isKnown = search !== undefined && !loading && !error;
  return (
    <div role="status" className="visually-hidden">
      {/* Put there anew for each search: in words that are the same a screen reader hears no change. */}
      {isKnown && <span key={search}>{wordsFor(notifications.length, hasMore)}</span>}
    </div>
  );
}

function wordsFor(count: number, hasMore: boolean): string {
  if (hasMore) return say('search.foundMore', { count });
  return count === 0 ? say('search.nothing') : say('search.found', { count });
}
