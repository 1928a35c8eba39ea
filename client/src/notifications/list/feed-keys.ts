import type { KeyboardEvent, RefObject } from 'react';
import { focused } from '../../browser/focused.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { followLink } from '../../ui/attention/use-whole-link.ts';
import { titleLinkOf } from '../row/title-link.ts';
import { articleAt, indexOf } from './row-window.ts';

/** The reader goes on to this row. Where one is open beside the list, this one is to be; undefined where none can be. */
export type Follow = ((index: number) => void) | undefined;

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]:not([tabindex^="-"])';

/**
 * The keys of the ARIA feed pattern: a page is one article, Ctrl+Home and Ctrl+End lead out. They live on the list:
 * elsewhere they are the browser's. All other keys are in `client/src/shortcuts`, but for what opens a link elsewhere.
 */
export function onFeedKey(event: KeyboardEvent<HTMLElement>, follow: Follow): void {
  const article = (event.target as Element).closest<HTMLElement>('article');
  const index = article ? indexOf(article) : -1;
  const onward = index + stepOf(event, follow !== undefined);
  const next = onward === index ? beside(event) : articleAt(event.currentTarget, onward);
  if (next) {
    next.focus();
    if (onward !== index) follow?.(onward);
  } else if (event.target === article && opensElsewhere(event)) followLink(titleLinkOf(article), event);
  else return;
  event.preventDefault();
}

/** One row on or back, for keys that also lead into the list from elsewhere on its page. */
export function useFeedCommands(feed: RefObject<HTMLElement | null>, follow: Follow): void {
  const step = (by: 1 | -1) => {
    if (!feed.current) return;
    const article = focused()?.closest<HTMLElement>('article');
    const isInList = article && feed.current.contains(article);
    const next = isInList ? articleAt(feed.current, indexOf(article) + by) : firstInView(feed.current);
    next?.focus();
    if (next) follow?.(indexOf(next));
  };
  useCommands({ next: () => step(1), previous: () => step(-1) }, { around: () => feed.current });
}

/** Where the reader looks, who has scrolled there. */
function firstInView(feed: HTMLElement): HTMLElement | undefined {
  const articles = [...feed.querySelectorAll<HTMLElement>('article')];
  const top = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return articles.find((article) => article.getBoundingClientRect().top >= top) ?? articles[0];
}

/** How many rows a key leads on. Arrows are for scrolling, unless what is open beside the list goes along. */
function stepOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, isFollowed: boolean): number {
  if (key === 'PageDown') return 1;
  if (key === 'PageUp') return -1;
  if (ctrlKey || metaKey || altKey || !isFollowed) return 0;
  if (!(target instanceof Element && target.matches('article'))) return 0;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

const opensElsewhere = ({ key, repeat, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'Enter' && !repeat && !altKey && (ctrlKey || metaKey || shiftKey);

/** Out of the list. */
function beside({ key, ctrlKey, currentTarget }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
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
