import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../../bounded-log.ts';
import { isAllowedOrigin } from './origins.ts';
import type { Proxies } from './proxies.ts';

const MAX_CHARACTERS = 200;

/** Tells operators of pages elsewhere that were refused: mostly they are missing in ALLOWED_ORIGINS. */
export function tellRefusedOrigin(log: Log, { headers: { origin = '', host = '' } }: IncomingMessage): void {
  // Only this part of it: what else may stand there is nobody's business.
  const from = URL.canParse(origin) ? new URL(origin).origin : 'unreadable';
  const details = { origin: from.slice(0, MAX_CHARACTERS), host: host.slice(0, MAX_CHARACTERS) };
  log.warn(details, 'refused a page of another origin');
}

/** What a browser asks before it lets a page of another origin send; the answer itself is CORS's. */
export function watchPreflights(
  app: FastifyInstance,
  allowed: readonly string[],
  proxies: Proxies,
  log: Log,
): void {
  app.addHook('onRequest', async ({ raw, method }) => {
    if (method === 'OPTIONS' && !isAllowedOrigin(raw, allowed, proxies)) tellRefusedOrigin(log, raw);
  });
}
