import { useEffect, useState } from 'react';
import { useInboxQuery } from '../../generated/inbox.ts';
import { HeldArrivals } from './held-arrivals.ts';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

/**
 * Holds what came in a quiet time, and tells how much it was when that is over: once, and when the reader is there to
 * see it. Quiet hours end in the morning, long before somebody looks at this tab.
 */
export function useHeldArrivals(isQuiet: boolean, tell: (count: number) => void): HeldArrivals {
  const [held] = useState(() => new HeldArrivals());
  const { data } = useInboxQuery();
  const unseen = data?.inbox.counts.unseen;
  useEffect(() => {
    if (unseen === 0) held.clear();
  }, [held, unseen]);

  const tellIfAny = useEffectEvent(() => {
    if (document.visibilityState !== 'visible') return;
    const count = held.take();
    if (count > 0) tell(count);
  });
  useEffect(() => {
    if (isQuiet) return;
    tellIfAny();
    const onVisible = () => tellIfAny();
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [isQuiet]);
  return held;
}
