import { useEffect, useLayoutEffect } from 'react';
import { isolated } from '../../../../server/src/platform/text/bidi.ts';

const NAME = 'Carillon';

// The page and the inbox each know a part of it, and neither the other.
let pageTitle = '';
let unreadCount = 0;

/** Names the page in the tab, in the browser's history and to a screen reader: `Preferences · Carillon`. */
export function useDocumentTitle(title: string): void {
  // Before the focus is led to the page's heading: a screen reader that hears of that may ask where it is.
  useLayoutEffect(() => {
    pageTitle = title;
    show();
    return () => {
      pageTitle = '';
      show();
    };
  }, [title]);
}

/** Puts the number in front: `(3) Preferences · Carillon`. */
export function useUnreadInTitle(unread: number): void {
  useEffect(() => {
    unreadCount = unread;
    show();
    return () => {
      unreadCount = 0;
      show();
    };
  }, [unread]);
}

function show(): void {
  const page = pageTitle ? `${isolated(pageTitle)} · ${NAME}` : NAME;
  document.title = unreadCount > 0 ? `(${unreadCount}) ${page}` : page;
}
