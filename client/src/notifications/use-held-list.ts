import { useState, useSyncExternalStore } from 'react';
import type { NotificationRowFragment } from '../generated/graphql.ts';

const SCROLLED = 160;

function onScroll(listener: () => void): () => void {
  window.addEventListener('scroll', listener, { passive: true });
  return () => window.removeEventListener('scroll', listener);
}

/**
 * Holds new rows back while the reader is down the list, so that nothing moves under their eyes: they become a count
 * to click on. `seenSeq` is how far the reader has really seen, which is what "mark all as read" may touch.
 */
export function useHeldList(rows: NotificationRowFragment[], seq: number | undefined) {
  const isScrolled = useSyncExternalStore(onScroll, () => window.scrollY > SCROLLED);
  const [heldAt, setHeldAt] = useState<number | null>(null);
  if (isScrolled && heldAt === null && seq !== undefined) setHeldAt(seq);
  if (!isScrolled && heldAt !== null) setHeldAt(null);
  const shown = heldAt === null ? rows : rows.filter((row) => row.seq <= heldAt);
  return {
    shown,
    heldCount: rows.length - shown.length,
    seenSeq: heldAt ?? seq,
    release: () => {
      setHeldAt(null);
      window.scrollTo({ top: 0 });
    },
  };
}
