import { useEffect, useLayoutEffect, useState } from 'react';
import { isolated } from '../../../../server/src/platform/text/bidi.ts';

const NAME = 'Carillon';

type Title = { words: string; isBeside: boolean };

// The page and the inbox each know a part of it, and neither the other.
const titles = new Set<Title>();
let unreadCount = 0;

/**
 * Names the page in the tab, in the browser's history and to a screen reader: `Preferences · Carillon`.
 * @param isBeside it is open beside another, and goes before that
 */
export function useDocumentTitle(words: string, isBeside = false): void {
  const [title] = useState<Title>(() => ({ words, isBeside }));
  // Before the focus is led to the page's heading: a screen reader that hears of that may ask where it is.
  useLayoutEffect(() => {
    Object.assign(title, { words, isBeside });
    titles.add(title);
    show();
  }, [title, words, isBeside]);
  useLayoutEffect(
    () => () => {
      titles.delete(title);
      show();
    },
    [title],
  );
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
  const all = [...titles];
  const { words = '' } = all.findLast(({ isBeside }) => isBeside) ?? all.at(-1) ?? {};
  const page = words ? `${isolated(words)} · ${NAME}` : NAME;
  document.title = unreadCount > 0 ? `(${unreadCount}) ${page}` : page;
}
