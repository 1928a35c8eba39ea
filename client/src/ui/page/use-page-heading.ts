import { useContext, useLayoutEffect, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useDocumentTitle } from './document-title.ts';
import { isFocusLost } from '../attention/keep-focus.ts';
import { PagePlace, type IN_LIST } from './page-place.ts';

type Place = { key: string; pathname: string; search: string };

// Where the reader was led last; a heading may come more than once there, first of what is still loading.
let last: Place | null = null;

/**
 * For the heading of a page, which needs `tabIndex={-1}`: names the tab after it, and on navigation gives it the focus,
 * so that keyboard and screen reader follow along, also where a link led to the page that was open already.
 */
export function usePageHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();
  const location = useLocation();
  const { key, pathname, search, hash } = location;
  const staysInList = (location.state as Partial<typeof IN_LIST> | null)?.staysInList ?? false;
  const place = useContext(PagePlace);
  const placeBefore = useRef(place);
  useDocumentTitle(title, place === 'beside');
  // Before the browser draws, and before anybody can find the focus nowhere.
  useLayoutEffect(() => {
    const wasList = placeBefore.current === 'list';
    placeBefore.current = place;
    // The one that is open beside it is where the reader is led.
    if (place === 'list') return;
    const isNew = last?.key !== key;
    // Another view of the same page: whoever chose it goes on from where they chose. A link to where we are replaces too.
    const isOther = last?.search !== search;
    const isView = isNew && isOther && navigation === NavigationType.Replace && wasAt(pathname);
    last = { key, pathname, search };
    // An address with a place in it leads there; a page that was just loaded begins at its own beginning.
    if (hash || !hasActed(key)) return;
    const isBack = navigation === NavigationType.Pop;
    const isLed = isNew && !isView && !staysInList && !(wasList && isBack);
    if (isLed || isFocusLost()) heading.current?.focus({ preventScroll: true });
    // Going back, the browser returns to where the reader was; a new page begins at its top.
    if (isNew && !isBack && !staysInList && place === 'alone') window.scrollTo({ top: 0 });
  }, [key, pathname, search, hash, navigation, staysInList, place]);
  // It has come with the other; once that is open, the list stays where it is.
  const [isNewBehind] = useState(place === 'list' && navigation !== NavigationType.Pop);
  useLayoutEffect(() => {
    if (isNewBehind) window.scrollTo({ top: 0 });
  }, [isNewBehind]);
  return heading;
}

/** Whether the reader was led to this path last, and not to another page. */
export function wasAt(pathname: string): boolean {
  return last?.pathname === pathname;
}

/** Whether it was the reader who brought us here, and not the loading of the page, nor one of its redirects. */
function hasActed(key: string): boolean {
  // Chromium lets a page that was just loaded inherit that its reader was active on the one before.
  return key !== 'default' && ((navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true);
}
