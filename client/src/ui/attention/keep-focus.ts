// What takes the focus and does nothing with it: whoever presses Enter once more must not do more than they meant.
const PLACES = 'h1, h2, h3, article[tabindex], main';

/**
 * When what has the focus goes away (a form that was sent, a button that did its work), browsers let the focus fall to
 * the body, and whoever goes by keyboard or ear begins at the top of the page again. Here it goes on to the nearest
 * heading or row before the place, in the same dialog or page. Whoever knows better moves it earlier.
 */
export function keepFocus(): () => void {
  let held: Element | null = null;
  const keeping = new AbortController();
  const { signal } = keeping;
  document.addEventListener('focusin', ({ target }) => (held = target as Element), { signal });
  document.addEventListener(
    'focusout',
    // Put down by the reader, by a click on nothing: then it is not to be kept.
    ({ target }) => queueMicrotask(() => isFocusLost() && (target as Element).isConnected && (held = null)),
    { signal },
  );
  const observer = new MutationObserver((records) => {
    if (!held || held.isConnected) return;
    const gap = gapOf(held, records);
    held = null;
    if (gap && isFocusLost()) focusBefore(gap);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    keeping.abort();
    observer.disconnect();
  };
}

export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return !activeElement || activeElement === body;
}

/** The removal that took it, as far up as the page still stands. */
function gapOf(removed: Node, records: MutationRecord[]): MutationRecord | undefined {
  const gap = records.findLast(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(removed)),
  );
  return !gap || gap.target.isConnected ? gap : gapOf(gap.target, records);
}

function focusBefore({ target, previousSibling, nextSibling }: MutationRecord): void {
  const room = (target as Element).closest('[role=dialog], dialog, main') ?? document.body;
  const precedes = (place: Node, point: Node) =>
    Boolean(point.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING);
  const isBefore = (place: Element) => {
    if (previousSibling?.isConnected)
      return previousSibling.contains(place) || precedes(place, previousSibling);
    return nextSibling?.isConnected ? precedes(place, nextSibling) : precedes(place, target);
  };
  const places = [...room.querySelectorAll<HTMLElement>(PLACES)];
  // What lies over the page has no place in it: from there to the beginning of what it lay over.
  const isApart = (target as Element).closest('[data-apart]') !== null;
  const before = isApart
    ? places.find(({ localName }) => localName !== 'main')
    : places.filter(isBefore).at(-1);
  const place = before?.closest<HTMLElement>('article[tabindex]') ?? before ?? document.querySelector('main');
  if (!place) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
