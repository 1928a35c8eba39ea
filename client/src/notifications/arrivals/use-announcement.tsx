import { useCallback, useEffect, useRef } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useLiveRegion } from '../../ui/attention/use-live-region.tsx';
import { say } from '../../words/words.ts';

const AT_MOST_EVERY = 5_000;
const FIRST_AFTER = 300;

type Row = Pick<NotificationRowFragment, 'id' | 'title' | 'severity'>;

/** Words for the live regions: what is urgent interrupts, all else waits until nobody speaks. */
export function useAnnouncement() {
  const polite = useSummary('polite');
  const urgent = useSummary('assertive');
  const { announce: tell } = polite;
  const { announce: interrupt } = urgent;
  const announce = useCallback(
    (rows: readonly Row[]) => {
      tell(rows.filter(({ severity }) => severity !== 'URGENT'));
      interrupt(rows.filter(({ severity }) => severity === 'URGENT'));
    },
    [tell, interrupt],
  );
  const region = (
    <>
      {polite.region}
      {urgent.region}
    </>
  );
  return { region, announce, say: polite.say };
}

/**
 * Arrivals are gathered and summed up, so that a burst is one sentence, and one that grows meanwhile is one notification.
 */
function useSummary(manners: 'polite' | 'assertive') {
  const { region, say: sayAloud } = useLiveRegion(manners);
  const waiting = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastAt = useRef(-Infinity);
  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = useCallback(
    (rows: readonly Row[]) => {
      for (const { id, title } of rows) waiting.current.set(id, title);
      if (rows.length === 0 || timer.current) return;
      const wait = Math.max(FIRST_AFTER, lastAt.current + AT_MOST_EVERY - performance.now());
      timer.current = setTimeout(() => {
        timer.current = undefined;
        lastAt.current = performance.now();
        sayAloud(summary([...waiting.current.values()]));
        waiting.current.clear();
      }, wait);
    },
    [sayAloud],
  );
  return { region, announce, say: sayAloud };
}

function summary(titles: string[]): string {
  const [title = ''] = titles;
  return titles.length === 1
    ? say('notification.newTitle', { title })
    : say('notification.newCount', { count: titles.length });
}
