import { useState } from 'react';
import { useAttention } from './use-attention.ts';

/**
 * Holds back what comes in on top of a list while the reader has the pointer or the focus on it, so that nothing moves
 * from under their hands; it becomes a count to click on. `attention` goes on what stands around the list.
 */
export function useHeldTop<Row extends { id: string }>(rows: Row[]) {
  const { isAttended, attention } = useAttention();
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const release = () => setKnown(new Set(rows.map(({ id }) => id)));
  if (isAttended && !known && rows.length > 0) release();
  if (!isAttended && known) setKnown(null);
  const heldCount = known
    ? Math.max(
        0,
        rows.findIndex(({ id }) => known.has(id)),
      )
    : 0;
  return { shown: rows.slice(heldCount), heldCount, attention, release };
}
