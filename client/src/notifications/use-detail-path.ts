import { useContext } from 'react';
import { useLocation } from '../ui/router.ts';
import { PagesContext } from './pages.ts';

/**
 * The way to a notification's own page, which keeps what the list is narrowed to: it stands beside it, or behind it. Null where it
 * has none.
 */
export function useDetailPath(id: string): string | null {
  const search = useListSearch();
  const path = useContext(PagesContext).notification?.(id);
  return path === undefined ? null : path + search;
}

/** What the list of notifications is narrowed to, where it is what the reader came from; else nothing. */
export function useListSearch(): string {
  const { pathname, search } = useLocation();
  return /^\/notifications(\/|$)/.test(pathname) ? search : '';
}
