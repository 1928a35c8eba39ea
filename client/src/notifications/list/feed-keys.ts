import type { KeyboardEvent } from 'react';
import { followLink } from '../../ui/attention/use-whole-link.ts';
import { articleAt, indexOf } from './row-window.ts';

export type FeedCommands = {
  archive: (index: number) => void;
  remove: (index: number) => void;
  undo: () => void;
  /** The reader goes on to this row. Where one is open beside the list, this one is to be. */
  follow: ((index: number) => void) | undefined;
};

const LINK = 'a.note-title';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]:not([tabindex^="-"])';

/**
 * The keys of the ARIA feed pattern (a page is one article, Ctrl+Home and Ctrl+End lead out), Enter on a row, which is
 * a link as a whole, and single letters for what can be done with the focused row. They live on the list: elsewhere they are nobody's (WCAG 2.1.4).
 */
export function onFeedKey(event: KeyboardEvent<HTMLElement>, commands: FeedCommands): void {
  const feed = event.currentTarget;
  const article = (event.target as Element).closest<HTMLElement>('article');
  const index = article ? indexOf(article) : -1;
  const onward = index + stepOf(event, commands.follow !== undefined);
  const next = onward === index ? beside(event) : articleAt(feed, onward);
  if (next) {
    next.focus();
    if (onward !== index) commands.follow?.(onward);
  } else if (event.key === 'Enter' && event.target === article && !event.repeat && !event.altKey)
    followLink(article.querySelector<HTMLElement>(LINK), event);
  else if (!isCommand(event) || !perform(event.key.toLowerCase(), index, commands)) return;
  event.preventDefault();
}

/** How many rows a key leads on. Arrows are for scrolling, unless what is open beside the list goes along. */
function stepOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, isFollowed: boolean): number {
  if (key === 'PageDown') return 1;
  if (key === 'PageUp') return -1;
  if (ctrlKey || metaKey || altKey) return 0;
  const isOnRow = target instanceof Element && target.matches('article');
  if (key.toLowerCase() === 'j' || (key === 'ArrowDown' && isFollowed && isOnRow)) return 1;
  if (key.toLowerCase() === 'k' || (key === 'ArrowUp' && isFollowed && isOnRow)) return -1;
  return 0;
}

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

/** A key that is held down must not empty the list. */
function isCommand({ repeat, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !repeat && !ctrlKey && !metaKey && !altKey;
}

function perform(key: string, index: number, { archive, remove, undo }: FeedCommands): boolean {
  if (key === 'e') archive(index);
  else if (key === 'delete') remove(index);
  else if (key === 'z') undo();
  else return false;
  return true;
}
