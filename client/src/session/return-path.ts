import { linkOf } from '../../../server/src/platform/link.ts';

/** Where to go after signing in. It comes from the address bar, so only paths of our own are believed. */
export function returnPath(search: string): string {
  const link = linkOf(new URLSearchParams(search).get('next') ?? '');
  return link?.kind === 'path' && !link.href.startsWith('/sign-in') ? link.href : '/';
}

export function signInPath(from: { pathname: string; search: string; hash: string }): string {
  const next = from.pathname + from.search + from.hash;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
