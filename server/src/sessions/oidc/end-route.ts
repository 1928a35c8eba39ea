import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { RateLimits } from '../../platform/broker/rate-limit.ts';
import { networkOf } from '../../platform/http/callers/network.ts';
import { DAY_SECONDS, SESSION_DAYS } from '../session-cookie.ts';
import { OIDC_PATH, SIGN_IN_PATH } from './paths.ts';
import type { Provider } from './provider.ts';

/** Holds the ID token by which the provider knows whom it is to sign out; other sites cannot send it. */
const COOKIE = 'carillon_there';
const OPTIONS = { path: OIDC_PATH, httpOnly: true, sameSite: 'strict' } as const;
/** Browsers keep no cookie of more than 4,096. Without it the provider may ask once more. */
const MAX_TOKEN = 3_500;
const NO_TOKEN = '-';
/** Whoever signs out has done so already, and does not wait for the provider. */
const PATIENCE_MS = 2_000;
const PER_ADDRESS = { name: 'oidc:end:address', points: 300, seconds: 5 * 60 };

/** For as long as a session may live. */
export function keepIdToken(
  reply: FastifyReply,
  idToken: string,
  secure: NonNullable<CookieSerializeOptions['secure']>,
): void {
  const kept = idToken.length <= MAX_TOKEN ? idToken : NO_TOKEN;
  void reply.setCookie(COOKIE, kept, { ...OPTIONS, secure, maxAge: SESSION_DAYS * DAY_SECONDS });
}

/**
 * `/sign-in/oidc/end`, for whoever has signed out here: leads to the provider, which signs them out there and leads back
 * to the sign-in page; at once to that where there is nothing to end, or the provider cannot be asked.
 * Rule: https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout
 */
export function serveEnd(
  app: FastifyInstance,
  addressOf: (request: IncomingMessage) => string,
  { provider, limits }: { provider: Pick<Provider, 'endAddress'>; limits: RateLimits },
): void {
  const limit = limits.limit(PER_ADDRESS);
  app.get(`${OIDC_PATH}/end`, async ({ cookies, raw }, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const kept = new Map(Object.entries(cookies)).get(COOKIE);
    if (!kept) return reply.redirect(SIGN_IN_PATH, 303);
    void reply.setCookie(COOKIE, '', { ...OPTIONS, maxAge: 0 });
    const asking = async () => {
      await limit.take(networkOf(addressOf(raw)));
      return provider.endAddress(kept === NO_TOKEN ? undefined : kept);
    };
    const address = await Promise.race([asking().catch(() => undefined), pause(PATIENCE_MS)]);
    return reply.redirect(address ?? SIGN_IN_PATH, 303);
  });
}
