import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { CATEGORY_PLACE } from './category-place.ts';

/**
 * Brings the reader to the place that the address names (`/preferences#applications`), once it is there: the browser
 * itself has looked before anything was loaded. Call it in the page, above what takes the focus on its own.
 */
export function useFocusOnPlace(isThere: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!isThere || !hash) return;
    const name = decoded(hash.slice(1));
    const place = document.getElementById(CATEGORY_PLACE + name) ?? document.getElementById(name);
    if (!place?.closest('[data-frame="page"]')) return;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
  }, [isThere, hash, key]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
