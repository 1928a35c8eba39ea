import { useEffect, useRef } from 'react';
import { useInboxQuery, useMarkAllAsSeenMutation } from '../../generated/inbox.ts';
import { useIsPageVisible } from '../../browser/tab-visibility.ts';
import { useInboxClient } from '../use-inbox-client.ts';

/** While notifications are shown and the page is in view, they have been seen; up to that seq, undefined for none. */
export function useSeen(upToSeq: number | undefined): void {
  const client = useInboxClient();
  const { data } = useInboxQuery({ client });
  const [markAllAsSeen] = useMarkAllAsSeenMutation({ client });
  const isVisible = useIsPageVisible();
  const told = useRef(0);
  const unseen = data?.inbox.counts.unseen;
  useEffect(() => {
    if (!isVisible || !upToSeq || !unseen || upToSeq <= told.current) return;
    told.current = upToSeq;
    // Nobody is hurt when this fails: the emphasis stays until the next time.
    markAllAsSeen({ variables: { upToSeq } }).catch(() => undefined);
  }, [isVisible, upToSeq, unseen, markAllAsSeen]);
}
