import type { IncomingMessage } from 'node:http';
import type { Proxies } from './proxies.ts';

/**
 * Whether a browser page may open a socket here: pages of this very host, and of the origins on the list. Clients
 * that are no browsers send no Origin; they cannot be tricked into a request, so they pass. Schemes are not compared
 * for pages of this host: who ends TLS in front does not always say so.
 * Rule: OWASP ASVS 5.0, 4.4.2 (cross-site WebSocket hijacking).
 */
export function isAllowedOrigin(
  request: IncomingMessage,
  allowed: readonly string[],
  proxies: Proxies,
): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  const page = normalized(origin);
  if (page === undefined) return false;
  if (allowed.includes(page)) return true;
  const scheme = page.slice(0, page.indexOf('/'));
  return [host, proxies.forwardedHost(request)].some(
    (own) => own !== undefined && normalized(`${scheme}//${own}`) === page,
  );
}

/** As browsers write it: small letters, no port where it is the scheme's own, no dot at the end of the host. */
function normalized(origin: string): string | undefined {
  if (!/^https?:\/\/[^/\\?#@\s]+$/i.test(origin) || !URL.canParse(origin)) return undefined;
  return new URL(origin).origin.replace(/\.(?=:\d+$|$)/, '');
}
