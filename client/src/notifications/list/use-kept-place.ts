import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { keepPlace, placeKept, type KeptPlace } from './kept-places.ts';
import { isFocusFree } from '../row/row-focus.ts';
import { articleAt, articlesOf, indexOf } from './row-window.ts';
import type { useRowWindow } from './use-row-window.ts';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

type Inbox = Pick<ReturnType<typeof useNotifications>, 'notifications' | 'hasMore' | 'loadMore'>;
type Rows = Inbox['notifications'];
type Bringing = Pick<ReturnType<typeof useRowWindow>, 'bring' | 'isBringing'>;

/** Of rows that have gone since, so many may have been above. */
const SLACK = 200;
/** What readers do who want to be somewhere else. */
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/**
 * Keeps where the reader is in a list, and leads back there: the same row at the same place of the screen, and the
 * focus on the row that had it, after a way there and back and after the page was loaded anew.
 */
export function useKeptPlace(
  feed: RefObject<HTMLElement | null>,
  inbox: Inbox,
  kept: KeptPlace | null,
  { bring, isBringing }: Bringing,
) {
  const { notifications: rows } = inbox;
  const entry = useEntry();
  useKeeping(feed, rows, entry);
  const sought = useSeeking(kept, inbox, bring);
  const isDone = useRef(kept === null);
  // After the page has led the focus to its heading.
  useEffect(() => {
    if (isDone.current || sought.current || isBringing() || !feed.current) return;
    isDone.current = true;
    const index = kept?.focusedSeq == null ? -1 : indexFrom(rows, kept.focusedSeq);
    if (isFocusFree()) articleAt(feed.current, index)?.focus({ preventScroll: true });
  });
}

/** Where the reader was, and is to be led back to; null for one who begins. */
export function usePlaceToReturnTo(): KeptPlace | null {
  const entry = useEntry();
  const navigation = useNavigationType();
  const [kept] = useState(() => (navigation === NavigationType.Pop ? placeKept(entry) : null));
  return kept;
}

function useEntry(): string {
  const { key, pathname, search } = useLocation();
  return `${key} ${pathname}${search}`;
}

function useKeeping(feed: RefObject<HTMLElement | null>, rows: Rows, entry: string): void {
  const keep = useEffectEvent((at: string) => {
    const place = feed.current && placeIn(feed.current, rows);
    if (place) keepPlace(at, place);
  });
  // It ends while the list still stands.
  useLayoutEffect(() => {
    const onHide = () => keep(entry);
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      keep(entry);
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [entry]);
  useLayoutEffect(() => {
    // The browser would go by what was how far down, which another page had, or has not got yet.
    window.history.scrollRestoration = 'manual';
    return () => void (window.history.scrollRestoration = 'auto');
  }, []);
}

/** Loads on until the row is there, unless the reader goes elsewhere. @returns what is still sought; null in the end */
function useSeeking(kept: KeptPlace | null, inbox: Inbox, bring: Bringing['bring']) {
  const { notifications: rows, hasMore, loadMore } = inbox;
  const sought = useRef(kept);
  const isWaiting = useRef(false);
  const seek = useEffectEvent((onLoaded: (isLoaded: boolean) => void) => {
    const place = sought.current;
    if (!place || isWaiting.current) return;
    const row = rows[indexFrom(rows, place.seq)];
    if (row) bring({ id: row.id, top: place.top });
    if (row || !hasMore || rows.length > place.index + SLACK) return void (sought.current = null);
    isWaiting.current = true;
    void loadMore().then(onLoaded);
  });
  useLayoutEffect(() => {
    const seekOn = (isLoaded: boolean) => {
      if (!isLoaded) sought.current = null;
      // Once it is drawn.
      setTimeout(() => {
        isWaiting.current = false;
        seek(seekOn);
      });
    };
    seek(seekOn);
  });
  useEffect(() => {
    const giveUp = () => (sought.current = null);
    for (const hand of HANDS) window.addEventListener(hand, giveUp, { passive: true, capture: true });
    return () => {
      giveUp();
      for (const hand of HANDS) window.removeEventListener(hand, giveUp, { capture: true });
    };
  }, []);
  return sought;
}

/** The row with this seq, else the next older one; -1 where none is that old. */
function indexFrom(rows: Rows, seq: number): number {
  return rows.findIndex((row) => row.seq <= seq);
}

function placeIn(feed: HTMLElement, rows: Rows): KeptPlace | null {
  // What lies below the header is not seen.
  const covered = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const onTop = articlesOf(feed).find((article) => article.getBoundingClientRect().bottom > covered);
  const row = onTop && rows[indexOf(onTop)];
  if (!row) return null;
  const { activeElement } = document;
  const focused = feed.contains(activeElement) ? activeElement?.closest('article') : null;
  return {
    seq: row.seq,
    top: onTop.getBoundingClientRect().top,
    index: indexOf(onTop),
    focusedSeq: (focused && rows[indexOf(focused)]?.seq) ?? null,
  };
}
