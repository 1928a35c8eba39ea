import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { LONG, RowWindow, type Place } from './row-window.ts';
import { withGaps } from './stretch.ts';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

/** As many as most screens show. */
const AT_FIRST = 8;

/**
 * Which rows of a list are drawn, and where. They stand in the flow of the page, the others are room between them: what
 * is drawn anew above the screen may be taller or lower than that room, and the browser keeps what is on the screen
 * where it is; where it cannot, that is done here.
 * @param isAtOnce whether a place further down is sought, so that not even the first drawing may leave it out
 */
export function useRowWindow(
  feed: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  isAtOnce: boolean,
) {
  const [rowWindow] = useState(() => new RowWindow());
  const { first, last, keptId } = useSyncExternalStore(rowWindow.subscribe, rowWindow.get);
  const isBegun = useIsBegun(isAtOnce);
  const isPrinted = useIsPrinted();
  const isWhole = isPrinted || (isBegun && rows.length < LONG);
  const look = useEffectEvent(() => feed.current && rowWindow.look(feed.current, rows));
  useEffect(() => {
    const list = feed.current;
    const onMove = () => void look();
    window.addEventListener('scroll', onMove, { passive: true });
    window.addEventListener('resize', onMove);
    list?.addEventListener('focusin', onMove);
    return () => {
      window.removeEventListener('scroll', onMove);
      window.removeEventListener('resize', onMove);
      list?.removeEventListener('focusin', onMove);
    };
  }, [feed]);
  const settle = () => isBegun && feed.current && rowWindow.settle(feed.current, rows);
  useLayoutEffect(() => void settle());

  const end = rows.length - 1;
  const stretch = isWhole
    ? { first: 0, last: end }
    : { first: Math.max(0, Math.min(first, end)), last: Math.min(isBegun ? last : AT_FIRST - 1, end) };
  const kept = isWhole || keptId === null ? -1 : rows.findIndex(({ id }) => id === keptId);
  const beside = kept < 0 ? [] : [kept - 1, kept, kept + 1];
  const drawn = withGaps(stretch, beside, rows.length, (from, to) => rowWindow.heights.sum(rows, from, to));
  return {
    drawn,
    /** Brings a row to a place on the screen. For an effect. */
    bring: (to: Place) => {
      rowWindow.bring(to);
      settle();
    },
    isBringing: () => rowWindow.isBringing,
  };
}

/** What fits on the screen is there first; the rest follows by and by, and keeps nobody from what they do. */
function useIsBegun(isAtOnce: boolean): boolean {
  const [isBegun, setBegun] = useState(isAtOnce);
  useEffect(() => startTransition(() => setBegun(true)), []);
  return isBegun;
}

/** On paper all of the list is there. */
function useIsPrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinted(true));
    const end = () => setPrinted(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinted;
}
