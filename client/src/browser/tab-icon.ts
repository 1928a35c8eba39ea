const PLAIN = '/favicon.svg';
const MARKED = '/favicon-unread.svg';

/** The icon of this tab, with a dot or without. */
export function markTabIcon(isMarked: boolean): void {
  const icon = document.querySelector('link[rel="icon"]');
  const href = isMarked ? MARKED : PLAIN;
  if (!icon || icon.getAttribute('href') === href) return;
  // Every browser notices a new link, not each another address in the old one.
  const changed = icon.cloneNode() as Element;
  changed.setAttribute('href', href);
  icon.replaceWith(changed);
}
