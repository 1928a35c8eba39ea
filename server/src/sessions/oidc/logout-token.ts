import { usableText } from '../claims.ts';
import type { RemoteKeys } from '../issuers/remote-keys.ts';
import { headerOf } from '../jwt-parts.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const TYPES = ['jwt', 'logout+jwt', 'application/logout+jwt'];
const LEEWAY_SECONDS = 30;
/** A provider tells it at once. */
const MAX_AGE_SECONDS = 5 * 60;
const MAX_TEXT = 255;

/** What a provider has ended: one session there, or all of somebody's. */
export interface EndedThere {
  readonly subject: string | undefined;
  readonly sessionId: string | undefined;
  /** What began later is not meant. So one that comes again does no harm, and none need be remembered. */
  readonly at: Date;
}

export interface LogoutExpectation {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: RemoteKeys;
}

/**
 * Reads what a provider posts when somebody has signed out there.
 * Rule: https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation
 * @returns why it is refused, or what has ended
 * @throws KeysAway where its signature cannot be judged just now
 */
export async function readLogoutToken(
  token: string,
  { issuer, clientId, keys }: LogoutExpectation,
): Promise<EndedThere | string> {
  const header = headerOf(token);
  if (!header || !ALGORITHMS.includes(header.alg) || 'crit' in header) return 'It is no signed JWT';
  const { typ = 'JWT' } = header;
  if (typeof typ !== 'string' || !TYPES.includes(typ.toLowerCase())) return 'It is of another type (typ)';
  const payload = await keys.open(token, ALGORITHMS);
  if (!payload) return 'Its signature does not match';
  const claims = JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
  const fault = faultOf(claims, issuer, clientId);
  if (fault !== undefined) return fault;
  const [subject, sessionId] = [claims.sub, claims.sid].map((claim) => usableText(claim, MAX_TEXT));
  if (subject === undefined && sessionId === undefined) return 'It names no user (sub) and no session (sid)';
  return { subject, sessionId, at: new Date(((claims.iat as number) + LEEWAY_SECONDS) * 1_000) };
}

function faultOf(claims: Record<string, unknown>, issuer: string, clientId: string): string | undefined {
  const { iss, aud, iat, exp, jti, events, nonce } = claims;
  if (iss !== issuer) return 'It is of another issuer (iss)';
  if (![aud].flat().includes(clientId)) return 'It is for another client (aud)';
  const now = Date.now() / 1_000;
  if (typeof iat !== 'number' || Math.abs(now - iat) > MAX_AGE_SECONDS) return 'It is not of now (iat)';
  if (exp !== undefined && !(typeof exp === 'number' && exp + LEEWAY_SECONDS > now))
    return 'It has expired (exp)';
  if (usableText(jti, MAX_TEXT) === undefined) return 'It has no name (jti)';
  if (!isObject(events) || !isObject(new Map(Object.entries(events)).get(EVENT)))
    return 'It tells of no logout (events)';
  // Or an ID token could be taken for one.
  if (nonce !== undefined) return 'It has a nonce';
  return undefined;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
