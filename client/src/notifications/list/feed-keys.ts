import type { KeyboardEvent, RefObject } from 'react';
import { useCommands } from '../../shortcuts/use-commands.ts';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]:not([tabindex^="-"])';

/**
 * The keys of the ARIA feed pattern: a page is one article, Ctrl+Home and Ctrl+End lead out. They live on the list:
 * elsewhere they are the browser's. All other keys are in `client/src/shortcuts`.
 */
export function onFeedKey(event: KeyboardEvent<HTMLElement>): void {
  const feed = event.currentTarget;
  const articles = articlesIn(feed);
  const next = nextFocus(event, articles, indexOf(articles, event.target as Node));
  if (!next) return;
  next.focus();
  event.preventDefault();
}

/** One row on or back, for keys that also lead into the list from elsewhere on its page. */
export function useFeedCommands(feed: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1) => {
    if (!feed.current) return;
    const articles = articlesIn(feed.current);
    const index = indexOf(articles, document.activeElement);
    const next = index < 0 ? firstInView(articles) : articles[index + by];
    next?.focus();
  };
  useCommands({ next: () => step(1), previous: () => step(-1) }, { around: () => feed.current });
}

const articlesIn = (feed: HTMLElement) => [...feed.querySelectorAll<HTMLElement>('article')];

const indexOf = (articles: HTMLElement[], place: Node | null) =>
  articles.findIndex((article) => article.contains(place));

/** Where the reader looks, who has scrolled there. */
function firstInView(articles: HTMLElement[]): HTMLElement | undefined {
  const top = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return articles.find((article) => article.getBoundingClientRect().top >= top) ?? articles[0];
}

function nextFocus(event: KeyboardEvent<HTMLElement>, articles: HTMLElement[], index: number) {
  const { key, ctrlKey, currentTarget } = event;
  if (key === 'PageDown') return articles[index + 1];
  if (key === 'PageUp') return articles[index - 1];
  if (ctrlKey && key === 'Home')
    return focusableBeside(currentTarget, Node.DOCUMENT_POSITION_PRECEDING).at(-1);
  if (ctrlKey && key === 'End') return focusableBeside(currentTarget, Node.DOCUMENT_POSITION_FOLLOWING)[0];
  return undefined;
}

function focusableBeside(feed: HTMLElement, position: number): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      !feed.contains(element) &&
      feed.compareDocumentPosition(element) & position &&
      (element.checkVisibility?.() ?? true),
  );
}
