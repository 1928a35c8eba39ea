import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../platform/http/caller.ts';
import type { Keys, Secrets } from '../platform/secrets.ts';
import type { UserRow } from '../users/user.entity.ts';
import type { Viewer } from '../users/viewer.ts';
import { atTime, faultOf, viewerOf, type ExpectedClaims } from './claims.ts';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
const ALGORITHM = 'HS256';
const REMEMBERED = 10_000;

/** Reads and makes the tokens that say who is calling: HS256 JWTs, ours or another service's with the same secret. */
export class AccessTokens {
  /** Given as keys, not as text, or the library tries to read them as public keys first, each time. */
  private readonly keys: Keys<KeyObject>;
  /** Who sends many requests sends the same token with each; its signature and claims stay what they are. */
  private readonly remembered = new LRUCache<string, Viewer>({ max: REMEMBERED });

  constructor(
    secrets: Secrets,
    private readonly expected: ExpectedClaims,
  ) {
    this.keys = secrets.keys((secret) => createSecretKey(secret, 'utf8'));
  }

  /** A token for a built-in session. */
  issue(
    user: Pick<UserRow, 'id' | 'name' | 'email' | 'role'>,
    sessionId: string,
  ): { token: string; expiresAt: string } {
    const { id: sub, name, email, role } = user;
    const exp = Math.floor(Date.now() / 1_000) + ACCESS_TOKEN_SECONDS;
    const token = this.sign({ sub, name, email: email ?? undefined, role, sid: sessionId, exp });
    return { token, expiresAt: new Date(exp * 1_000).toISOString() };
  }

  /** A token that this deployment accepts, of any claims. */
  sign(claims: object): string {
    const { issuer: iss, audience: aud } = this.expected;
    return jwt.sign({ ...claims, ...(iss && { iss }), ...(aud && { aud }) }, this.keys[0], {
      algorithm: ALGORITHM,
    });
  }

  /**
   * @param authorization `Bearer …`, as it came
   * @returns the viewer, or the first thing that is wrong, the signature before any claim
   */
  read(authorization: unknown): Caller<Viewer> {
    if (authorization === undefined || authorization === null || authorization === '')
      return { refusal: 'Sign in, or send a valid token' };
    const token = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined) return { refusal: 'The authorization is not of the form "Bearer <token>"' };
    const known = this.remembered.get(token);
    if (known) return atTime(known, Date.now());
    const { viewer, refusal } = this.verify(token);
    if (!viewer) return { refusal };
    this.remembered.set(token, viewer);
    return atTime(viewer, Date.now());
  }

  private verify(token: string): Caller<Viewer> {
    const header = headerOf(token);
    if (typeof header?.alg !== 'string') return { refusal: 'The token is not a JWT' };
    if (header.alg !== ALGORITHM)
      return { refusal: `The token is signed with another algorithm than ${ALGORITHM}` };
    // Whatever it names must be understood, or the token be refused (RFC 7515, 4.1.11).
    if ('crit' in header)
      return { refusal: "The token's crit names extensions, of which none is known here" };
    const claims = this.keys.map((key) => claimsOf(token, key)).find((opened) => opened !== undefined);
    if (claims === undefined) return { refusal: "The token's signature does not match" };
    const fault = faultOf(claims, this.expected);
    return fault === undefined ? { viewer: viewerOf(claims) } : { refusal: fault };
  }
}

/** Undefined for what is no JWT: two objects and a signature (RFC 7519, 7.2). */
function headerOf(token: string): { alg?: unknown } | undefined {
  const [header, claims, signature] = token.split('.');
  if (signature === undefined || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) || !objectIn(claims!))
    return undefined;
  return objectIn(header!);
}

function objectIn(part: string): { alg?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && !Array.isArray(value) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for a signature of another key. Times are judged apart: they change. */
function claimsOf(token: string, key: KeyObject): jwt.JwtPayload | undefined {
  try {
    return jwt.verify(token, key, {
      algorithms: [ALGORITHM],
      ignoreExpiration: true,
      ignoreNotBefore: true,
    }) as jwt.JwtPayload;
  } catch {
    return undefined;
  }
}
