import { useLayoutEffect, type RefObject } from 'react';

let awaited: string[] = [];

/** After an undo: the first of these that comes back gets the focus, unless the reader has put it somewhere by then. */
export function focusWhenBack(ids: string[]): void {
  awaited = ids;
}

/**
 * When a row goes that has the focus, whoever took it away, the focus goes on to the next row, else to the previous
 * one. A layout effect ends while its element still stands, which is the last moment to know either.
 */
export function useFocusMovesOn(row: RefObject<HTMLElement | null>, id: string): void {
  useLayoutEffect(() => {
    const article = row.current;
    if (article && awaited.includes(id) && isFocusFree() && isInFront(article)) {
      awaited = [];
      article.focus();
    }
    return () => {
      if (!article?.contains(document.activeElement)) return;
      const neighbour = article.nextElementSibling ?? article.previousElementSibling;
      if (neighbour instanceof HTMLElement) neighbour.focus();
      else focusHeading(article);
    };
  }, [row, id]);
}

/** When the whole list goes, since its last row has gone: on to the heading above it. */
export function useFocusLeavesWithList(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const feed = list.current;
    return () => {
      if (feed?.contains(document.activeElement)) focusHeading(feed);
    };
  }, [list]);
}

/** Nowhere, where it goes by itself, or still on the toast that is going away. */
function isFocusFree(): boolean {
  const { activeElement } = document;
  return (
    !activeElement ||
    activeElement.matches('body, main, h1, h2') ||
    activeElement.closest('.undo-toast') !== null
  );
}

/** A row may be in the panel and on the page behind it. */
function isInFront(article: HTMLElement): boolean {
  return article.closest('.panel') !== null || document.querySelector('.panel') === null;
}

function focusHeading(below: Element): void {
  below.closest('.panel, .page')?.querySelector<HTMLElement>(':is(h1, h2)[tabindex]')?.focus();
}
