import { useInboxQuery } from '../../../generated/inbox.ts';
import { useMarking } from '../../../inbox/acts/use-marking.ts';
import { inboxFilters } from '../../../inbox/lists/filter.ts';

/** Reads all of the inbox from any page: what stood there when it was asked for. Null where nothing is unread. */
export function useMarkAll(): (() => void) | null {
  const counts = useInboxQuery().data?.inbox.counts;
  const { markAllAsRead } = useMarking();
  if (!counts?.unread) return null;
  return () => void markAllAsRead(counts.seq, inboxFilters.all);
}
