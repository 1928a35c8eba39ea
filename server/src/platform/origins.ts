import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser page may open a socket here: pages of this very host, and of the origins on the list. Clients
 * that are no browsers send no Origin; they cannot be tricked into a request, so they pass.
 * Rule: OWASP ASVS 5.0, 4.4.2 (cross-site WebSocket hijacking).
 */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
