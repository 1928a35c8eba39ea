import { useCallback, useEffect, useRef } from 'react';
import { useLiveRegion } from '../../ui/attention/use-live-region.tsx';
import { say } from '../../words/words.ts';

const AT_MOST_EVERY = 5_000;
const FIRST_AFTER = 300;

/**
 * Words for the polite live region: arrivals are gathered and summed up, so that a burst is one sentence, and one that
 * grows meanwhile is one notification.
 */
export function useAnnouncement() {
  const { region, say: sayAloud } = useLiveRegion();
  const waiting = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastAt = useRef(-Infinity);
  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = useCallback(
    (rows: readonly { id: string; title: string }[]) => {
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
