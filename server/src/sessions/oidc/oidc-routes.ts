import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '../../platform/bounded-log.ts';
import type { RateLimits } from '../../platform/broker/rate-limit.ts';
import { isRateLimited } from '../../platform/broker/rate-limit.ts';
import { networkOf } from '../../platform/http/callers/network.ts';
import { reasonOf } from '../../platform/http/outgoing/bounded-fetch.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { linkOf } from '../../platform/text/link.ts';
import { SESSION_COOKIE, sessionCookieOptions } from '../session-cookie.ts';
import type { SessionService } from '../session.service.ts';
import { enterUser } from './enter-user.ts';
import { keepIdToken } from './end-route.ts';
import { CALLBACK_PATH, OIDC_PATH, SIGN_IN_PATH } from './paths.ts';
import { PENDING_SECONDS, type PendingSignIn, type PendingSignIns } from './pending-sign-in.ts';
import { codeOf, isAway, isRefusal, type Provider } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** What the sign-in page tells those who come back without having signed in. */
type Problem = 'away' | 'refused' | 'late' | 'taken' | 'limited' | 'failed';

export interface OidcRoutes {
  readonly settings: ProviderSettings;
  readonly provider: Provider;
  readonly pending: PendingSignIns;
  readonly database: Database;
  readonly sessions: SessionService;
  readonly limits: RateLimits;
  readonly metrics: Pick<Metrics, 'providerSignIns'>;
  /** Bounded: strangers cause what is written. */
  readonly log: Log;
}

const COOKIE = 'carillon_oidc';
/** A whole office may begin its day behind one address. */
const PER_ADDRESS = { name: 'oidc:address', points: 300, seconds: 5 * 60 };
const NOT_KEPT = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

/**
 * `/sign-in/oidc/start?next=/path` leads to the provider, `/sign-in/oidc/callback` back to the sign-in page: with a session
 * as a password gives one, or with what went wrong (`problem`).
 */
export function serveOidc(
  app: FastifyInstance,
  addressOf: (request: IncomingMessage) => string,
  routes: OidcRoutes,
): void {
  const { settings, provider, pending } = routes;
  const limit = routes.limits.limit(PER_ADDRESS);
  const cookie = {
    path: OIDC_PATH,
    httpOnly: true,
    sameSite: 'lax', // or it would not come along from the provider
    secure: settings.publicUrl.startsWith('https:'),
  } as const;

  app.get<{ Querystring: { next?: unknown } }>(`${OIDC_PATH}/start`, async ({ query, raw }, reply) => {
    const next = pathIn(query.next);
    try {
      await limit.take(networkOf(addressOf(raw)));
      const { address, ...checks } = await provider.begin();
      void reply.setCookie(COOKIE, pending.write({ ...checks, next }), {
        ...cookie,
        maxAge: PENDING_SECONDS,
      });
      return await reply.headers(NOT_KEPT).redirect(address, 303);
    } catch (error) {
      return toSignIn(reply, next, told(routes, error));
    }
  });

  app.get(CALLBACK_PATH, async ({ cookies, raw }, reply) => {
    const begun = pending.read(new Map(Object.entries(cookies)).get(COOKIE));
    // It holds for one return, also for one that fails.
    void reply.setCookie(COOKIE, '', { ...cookie, maxAge: 0 });
    const next = begun?.next ?? '/';
    try {
      await limit.take(networkOf(addressOf(raw)));
      const entered = begun ? await enter(routes, raw.url!, begun) : 'late';
      if (typeof entered === 'string') return toSignIn(reply, next, counted(routes, entered));
      counted(routes, 'succeeded');
      void reply.setCookie(SESSION_COOKIE, entered.refreshToken, {
        ...sessionCookieOptions,
        secure: cookie.secure,
      });
      keepIdToken(reply, entered.idToken, cookie.secure);
      return toSignIn(reply, next);
    } catch (error) {
      return toSignIn(reply, next, told(routes, error));
    }
  });
}

/** @returns what renews and what ends the session of whom the provider has signed in, or what is in the way */
async function enter(
  { settings, provider, database, sessions }: OidcRoutes,
  url: string,
  begun: PendingSignIn,
): Promise<Problem | { readonly refreshToken: string; readonly idToken: string }> {
  const start = url.indexOf('?');
  const there = await provider.complete(start < 0 ? '' : url.slice(start), begun);
  const user = await enterUser(database, there, settings);
  if (!user) return 'taken';
  const { refreshToken } = await sessions.begin(user, { issuer: settings.issuer, ...there });
  return { refreshToken, idToken: there.idToken };
}

function told({ log, metrics }: OidcRoutes, error: unknown): Problem {
  const problem = problemOf(error);
  metrics.providerSignIns.inc({ outcome: problem });
  if (problem === 'away' || problem === 'failed')
    log.warn({ reason: reasonOf(error), code: codeOf(error) }, 'sign-in at the provider failed');
  return problem;
}

function counted<Outcome extends Problem | 'succeeded'>({ metrics }: OidcRoutes, outcome: Outcome): Outcome {
  metrics.providerSignIns.inc({ outcome });
  return outcome;
}

function problemOf(error: unknown): Problem {
  if (isRateLimited(error)) return 'limited';
  if (isRefusal(error)) return 'refused';
  return isAway(error) ? 'away' : 'failed';
}

/** A path of this site, as far as it is one. */
function pathIn(next: unknown): string {
  const link = typeof next === 'string' ? linkOf(next) : undefined;
  return link?.kind === 'path' && link.href.length <= 1_000 ? link.href : '/';
}

/** The page looks for the session itself, and goes on from there. */
function toSignIn(reply: FastifyReply, next: string, problem?: Problem): FastifyReply {
  const about = new URLSearchParams({ ...(problem ? { problem } : { returned: 'true' }), next });
  return reply.headers(NOT_KEPT).redirect(`${SIGN_IN_PATH}?${about.toString()}`, 303);
}
