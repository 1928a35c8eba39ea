import { useApolloClient } from '@apollo/client/react';
import { useLayoutEffect, type RefObject } from 'react';
import { focused } from '../../browser/focused.ts';
import { ofSession } from '../../inbox/of-session.ts';

/** The toast that offers a way back: the focus may still be on it when rows come back. */
export const UNDO_TOAST = 'undo';

/** Which rows are to get the focus when they come back. */
class RowFocus {
  #awaited: string[] = [];

  /** After an undo: the first of these that comes back gets it, unless the reader has put it somewhere by then. */
  await(ids: string[]): void {
    if (ids.length > 0) this.#awaited = ids;
  }

  /** Whether this one is awaited; the others are not any more. */
  take(id: string): boolean {
    if (!this.#awaited.includes(id)) return false;
    this.#awaited = [];
    return true;
  }
}

export const rowFocusOf = ofSession(() => new RowFocus());

/**
 * When a row goes that has the focus, whoever took it away, the focus goes on to the next row, else to the previous
 * one. A layout effect ends while its element still stands, which is the last moment to know either.
 */
export function useFocusMovesOn(row: RefObject<HTMLElement | null>, id: string): void {
  const focus = rowFocusOf(useApolloClient());
  useLayoutEffect(() => {
    const article = row.current;
    if (article && isFocusFree() && isInFront(article) && focus.take(id)) article.focus();
    return () => {
      if (!article || !hasFocus(article)) return;
      const neighbour = article.nextElementSibling ?? article.previousElementSibling;
      if (neighbour instanceof HTMLElement) neighbour.focus();
      else focusHeading(article);
    };
  }, [row, id, focus]);
}

/** Also where a host application has drawn what is in it, which stands in a tree of its own. */
function hasFocus(article: HTMLElement): boolean {
  const element = focused();
  const drawn = [...article.querySelectorAll('slot')].flatMap((slot) => slot.assignedElements());
  return [article, ...drawn].some((part) => part.contains(element));
}

/** When the whole list goes, since its last row has gone: on to the heading above it. */
export function useFocusLeavesWithList(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const feed = list.current;
    return () => {
      if (feed?.contains(focused())) focusHeading(feed);
    };
  }, [list]);
}

/** Nowhere, where it goes by itself, or still on the toast that is going away. */
export function isFocusFree(): boolean {
  const activeElement = focused();
  return (
    !activeElement ||
    activeElement.matches('body, main, h1, h2') ||
    activeElement.closest(`[data-toast="${UNDO_TOAST}"]`) !== null
  );
}

/** A row may be in the panel and on the page behind it. */
function isInFront(article: HTMLElement): boolean {
  return (
    article.closest('[data-frame="panel"]') !== null || !within(article).querySelector('[data-frame="panel"]')
  );
}

/** The page, or the shadow that we are drawn in. */
const within = (element: Element) => element.getRootNode() as Document | ShadowRoot;

function focusHeading(below: Element): void {
  below.closest('[data-frame]')?.querySelector<HTMLElement>(':is(h1, h2)[tabindex]')?.focus();
}
