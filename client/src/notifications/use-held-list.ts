import { useEffect, useState, useSyncExternalStore, type FocusEvent, type RefObject } from 'react';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { useIsPageVisible } from '../ui/tab-visibility.ts';

const SCROLLED = 160;
const LINGERS = 600;

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
  const isScrolled = useSyncExternalStore(onScroll, () =>
    scroller ? (scroller.current?.scrollTop ?? 0) > 0 : window.scrollY > SCROLLED,
  );
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
  return rows.filter((row) => placeOf(row) <= seq).sort((a, b) => placeOf(b) - placeOf(a));
}

/**
 * Whether the pointer or the focus is on an element, of a page that is in view; or was, a moment ago: whoever goes from
 * the list to a button acts on what they have seen there.
 */
function useAttention() {
  const [isPointed, setPointed] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isOnIt = isPointed || hasFocus;
  const [wasOnIt, setWasOnIt] = useState(false);
  if (isOnIt && !wasOnIt) setWasOnIt(true);
  useEffect(() => {
    if (isOnIt) return;
    const timer = setTimeout(() => setWasOnIt(false), LINGERS);
    return () => clearTimeout(timer);
  }, [isOnIt]);
  const isVisible = useIsPageVisible();
  return {
    isAttended: wasOnIt && isVisible,
    attention: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocus(true),
      // Also when the reader goes to another window, with the focus where it was.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        setFocus(currentTarget.contains(relatedTarget)),
    },
  };
}

function onScroll(listener: () => void): () => void {
  // Captured, since the scrolling of an element does not bubble.
  const options = { passive: true, capture: true };
  window.addEventListener('scroll', listener, options);
  return () => window.removeEventListener('scroll', listener, options);
}
