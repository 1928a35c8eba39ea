import { inTab } from '../browser/kept.ts';
import type { Say } from '../words/words.ts';
import { returnPath } from './return-path.ts';

/** The server says so in the page it serves; the development server has no such page. */
const told = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;

/** What the provider is called at which readers may sign in, where there is one. */
export const providerName = (): string | undefined => told('carillon-provider');

export const hasPasswords = (): boolean => told('carillon-passwords') !== 'false';

/** Where the server leads on to the provider, and later back to where its reader wanted to be. */
export const providerPath = (search: string): string =>
  `/sign-in/oidc/start?next=${encodeURIComponent(returnPath(search))}`;

/** Where the server leads on to the provider, which signs out whoever has signed out here, and later back. */
export const END_AT_PROVIDER = '/sign-in/oidc/end';

/** Why somebody has come back from the provider without a session; undefined where nobody has. */
export function problemIn(search: string, say: Say): string | undefined {
  const problem = new URLSearchParams(search).get('problem');
  const provider = providerName();
  if (problem === null || provider === undefined) return undefined;
  switch (problem) {
    case 'away':
      return say('door.providerAway', { provider });
    case 'refused':
      return say('door.providerRefused', { provider });
    case 'late':
      return say('door.providerLate');
    case 'taken':
      return say('door.providerTaken', { provider });
    case 'limited':
      return say('door.providerLimited');
    default:
      return say('door.providerFailed', { provider });
  }
}

// What its reader has said of this browser before they went to the provider.
const MY_DEVICE = 'carillon-goes-to-provider';

export function leaveForProvider(isMyDevice: boolean): void {
  inTab.write(MY_DEVICE, String(isMyDevice));
}

/** Whoever comes back from the provider with a session; undefined for all others. */
export function comeBack(): { isMyDevice: boolean } | undefined {
  const { pathname, search } = window.location;
  if (pathname !== '/sign-in' || !new URLSearchParams(search).has('returned')) return undefined;
  const isMyDevice = inTab.read(MY_DEVICE) === 'true';
  inTab.remove(MY_DEVICE);
  return { isMyDevice };
}
