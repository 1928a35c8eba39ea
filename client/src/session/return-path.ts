import { safeUrl } from '../ui/safe-url.ts';

/** Where to go after signing in. It comes from the address bar, so only paths of our own are believed. */
export function returnPath(search: string): string {
  const url = safeUrl(new URLSearchParams(search).get('next'));
  return url?.kind === 'path' && !url.href.startsWith('/sign-in') ? url.href : '/';
}

export function signInPath(from: { pathname: string; search: string; hash: string }): string {
  const next = from.pathname + from.search + from.hash;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
