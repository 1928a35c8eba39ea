import { useLocation } from 'react-router';
import { pathOf } from './notification-target.ts';

/** The way to a notification's own page, which keeps what the list is narrowed to: it stands beside it, or behind it. */
export function useDetailPath(id: string): string {
  return pathOf(id) + useListSearch();
}

/** What the list of notifications is narrowed to, where it is what the reader came from; else nothing. */
export function useListSearch(): string {
  const { pathname, search } = useLocation();
  return /^\/notifications(\/|$)/.test(pathname) ? search : '';
}
