import type { KeyboardEvent } from 'react';

export type FeedCommands = {
  archive: (index: number) => void;
  remove: (index: number) => void;
  undo: () => void;
};

const LINK = 'a.note-title';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex]:not([tabindex^="-"])';

/**
 * The keys of the ARIA feed pattern (a page is one article, Ctrl+Home and Ctrl+End lead out), Enter on a row, which is
 * a link as a whole, and single letters for what can be done with the focused row. They live on the list: elsewhere they are nobody's (WCAG 2.1.4).
 */
export function onFeedKey(event: KeyboardEvent<HTMLElement>, commands: FeedCommands): void {
  const feed = event.currentTarget;
  const articles = [...feed.querySelectorAll<HTMLElement>('article')];
  const index = articles.findIndex((article) => article.contains(event.target as Node));
  const next = nextFocus(event, articles, index);
  if (next) next.focus();
  else if (event.key === 'Enter' && event.target === articles[index] && isCommand(event))
    articles[index]?.querySelector<HTMLElement>(LINK)?.click();
  else if (!isCommand(event) || !perform(event.key.toLowerCase(), index, commands, articles[index])) return;
  event.preventDefault();
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

/** A key that is held down must not empty the list. */
function isCommand({ repeat, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !repeat && !ctrlKey && !metaKey && !altKey;
}

function perform(
  key: string,
  index: number,
  { archive, remove, undo }: FeedCommands,
  article: HTMLElement | undefined,
): boolean {
  if (key === 'e') archive(index);
  else if (key === 'delete') remove(index);
  else if (key === 'z') undo();
  else return press(BUTTONS.get(key), article);
  return true;
}

/** What a row has a button for, by its `data-command`. */
const BUTTONS = new Map([
  ['h', 'snooze'],
  ['s', 'pin'],
  ['x', 'select'],
]);

function press(command: string | undefined, article: HTMLElement | undefined): boolean {
  const button = command && article?.querySelector<HTMLElement>(`[data-command="${command}"]`);
  if (!button) return false;
  button.click();
  return true;
}
