import { useEffect, useState, type RefObject } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useAttention } from '../../ui/attention/use-attention.ts';

const SCROLLED = 160;

/** What stood there when the reader began to look closely: up to which seq, and each row's place. */
type Held = { seq: number; places: ReadonlyMap<string, number> };

/**
 * Holds new rows back while the reader is down the list, or has the pointer or the focus on it, so that nothing moves
 * under their eyes or hands: they become a count to click on. `seenSeq` is how far the reader has really seen, which is
 * what "mark all as read" may touch. `attention` goes on what stands around the list; where that scrolls by itself, it
 * is given as `scroller`.
 */
export function useHeldList(
  rows: NotificationRowFragment[],
  seq: number | undefined,
  scroller?: RefObject<HTMLElement | null>,
) {
  const isScrolled = useIsScrolled(scroller);
  const { isAttended, attention } = useAttention();
  const [held, setHeld] = useState<Held | null>(null);
  const isHeld = isScrolled || isAttended;
  if (isHeld && !held && seq !== undefined) setHeld(hold(rows, seq));
  if (!isHeld && held) setHeld(null);
  const shown = held ? asHeld(rows, held) : rows;
  return {
    shown,
    heldCount: rows.length - shown.length,
    seenSeq: held?.seq ?? seq,
    isHeld,
    attention,
    /** Shows them, on top: whoever wants them scrolls there. */
    release: () => setHeld(isAttended && seq !== undefined ? hold(rows, seq) : null),
  };
}

function hold(rows: NotificationRowFragment[], seq: number): Held {
  return { seq, places: new Map(rows.map((row) => [row.id, row.seq])) };
}

/** One that came to the top meanwhile stays where it was. */
function asHeld(rows: NotificationRowFragment[], { seq, places }: Held): NotificationRowFragment[] {
  const placeOf = (row: NotificationRowFragment) => places.get(row.id) ?? row.seq;
  return rows.filter((row) => places.has(row.id) || row.seq <= seq).sort((a, b) => placeOf(b) - placeOf(a));
}

/** Looked at when it scrolls, and not whenever something is drawn: the browser would have to lay out the page at once. */
function useIsScrolled(scroller: RefObject<HTMLElement | null> | undefined): boolean {
  const [isScrolled, setScrolled] = useState(false);
  useEffect(() => {
    const look = () =>
      setScrolled(scroller ? (scroller.current?.scrollTop ?? 0) > 0 : window.scrollY > SCROLLED);
    // When the page has been laid out in any case.
    const first = requestAnimationFrame(look);
    // Captured, since the scrolling of an element does not bubble.
    const options = { passive: true, capture: true };
    window.addEventListener('scroll', look, options);
    return () => {
      cancelAnimationFrame(first);
      window.removeEventListener('scroll', look, options);
    };
  }, [scroller]);
  return isScrolled;
}
