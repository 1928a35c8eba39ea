import { useInboxQuery } from '../../../generated/hooks.ts';
import { useMarking } from '../../../inbox/acts/use-marking.ts';
import { inboxFilters } from '../../../inbox/lists/filter.ts';
import { useBulkAct } from '../../../notifications/list/use-bulk-act.tsx';

/** Reads all of the inbox from any page: what stood there when it was asked for. Null where nothing is unread. */
export function useMarkAll() {
  const counts = useInboxQuery().data?.inbox.counts;
  const { markAllAsRead } = useMarking();
  const { begin, question } = useBulkAct({
    kind: 'read',
    filter: inboxFilters.all,
    count: counts?.unread ?? 0,
    act: () => void markAllAsRead(counts?.seq ?? 0, inboxFilters.all),
  });
  return { markAll: counts?.unread ? begin : null, question };
}
