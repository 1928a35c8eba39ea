import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../platform/http/caller.ts';
import type { Keys, Secrets } from '../platform/secrets.ts';
import type { UserRow } from '../users/user.entity.ts';
import type { Viewer } from '../users/viewer.ts';
import { atTime, faultOf, viewerOf, WRONG_ISSUER, type ExpectedClaims } from './claims.ts';
import type { OutsideIssuers } from './issuers/outside-issuers.ts';
import { headerOf, UNKNOWN_EXTENSIONS, type JwtHeader } from './jwt-parts.ts';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
const ALGORITHM = 'HS256';
const REMEMBERED = 10_000;
/** Outside issuers take keys back: after this their tokens are verified again, by the keys of then. */
const OUTSIDE_REMEMBERED_MS = 10 * 60_000;

/**
 * Reads and makes the tokens that say who is calling: HS256 JWTs, ours or another service's with the same secret. Those of
 * outside issuers it reads too.
 */
export class AccessTokens {
  /** Given as keys, not as text, or the library tries to read them as public keys first, each time. */
  private readonly keys: Keys<KeyObject>;
  /** Who sends many requests sends the same token with each; its signature and claims stay what they are. */
  private readonly remembered = new LRUCache<string, Viewer>({ max: REMEMBERED });

  constructor(
    secrets: Secrets,
    private readonly expected: ExpectedClaims,
    private readonly outside?: OutsideIssuers,
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
   * @returns the viewer, or the first thing that is wrong, the signature before any claim; at once but for a token of an
   *   outside issuer that was not seen lately
   */
  read(authorization: unknown): Caller<Viewer> | Promise<Caller<Viewer>> {
    if (authorization === undefined || authorization === null || authorization === '')
      return { refusal: 'Sign in, or send a valid token' };
    const token = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization)?.[1] : undefined;
    if (token === undefined) return { refusal: 'The authorization is not of the form "Bearer <token>"' };
    const known = this.remembered.get(token);
    if (known) return atTime(known, Date.now());
    const header = headerOf(token);
    if (!header) return { refusal: 'The token is not a JWT' };
    if (header.alg === ALGORITHM) return this.remember(token, this.verify(token, header));
    const verifying = this.outside?.verify(token, header);
    if (!verifying) return { refusal: `The token is signed with another algorithm than ${ALGORITHM}` };
    return verifying.then((caller) => this.remember(token, caller, OUTSIDE_REMEMBERED_MS));
  }

  private remember(token: string, caller: Caller<Viewer>, ttl?: number): Caller<Viewer> {
    if (!caller.viewer) return caller;
    this.remembered.set(token, caller.viewer, ttl === undefined ? {} : { ttl });
    return atTime(caller.viewer, Date.now());
  }

  private verify(token: string, header: JwtHeader): Caller<Viewer> {
    if ('crit' in header) return { refusal: UNKNOWN_EXTENSIONS };
    const claims = this.keys.map((key) => claimsOf(token, key)).find((opened) => opened !== undefined);
    if (claims === undefined) return { refusal: "The token's signature does not match" };
    const fault = this.outside?.has(claims.iss) ? WRONG_ISSUER : faultOf(claims, this.expected);
    return fault === undefined ? { viewer: viewerOf(claims) } : { refusal: fault };
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
