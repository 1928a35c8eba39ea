import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { UserRow } from '../users/user.entity.ts';
import { Role } from '../users/role.ts';
import type { Viewer } from '../users/viewer.ts';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
const REMEMBERED = 10_000;

export interface TokenOptions {
  secret: string;
  issuer: string | undefined;
  audience: string | undefined;
}

/** Reads and makes the tokens that say who is calling: HS256 JWTs, ours or another service's with the same secret. */
export class AccessTokens {
  /** Given as a key, not as text, or the library tries to read it as a public key first, each time. */
  private readonly key: KeyObject;
  /** Who sends many requests sends the same token with each; its signature stays what it is. */
  private readonly remembered = new LRUCache<string, Viewer>({ max: REMEMBERED });

  constructor(private readonly options: TokenOptions) {
    this.key = createSecretKey(options.secret, 'utf8');
  }

  /** A token for a built-in session. */
  issue(
    user: Pick<UserRow, 'id' | 'name' | 'email' | 'role'>,
    sessionId: string,
  ): { token: string; expiresAt: string } {
    const { issuer, audience } = this.options;
    const exp = Math.floor(Date.now() / 1_000) + ACCESS_TOKEN_SECONDS;
    const claims = {
      sub: user.id,
      name: user.name,
      email: user.email ?? undefined,
      role: user.role,
      sid: sessionId,
      exp,
    };
    const token = jwt.sign(
      { ...claims, ...(issuer && { iss: issuer }), ...(audience && { aud: audience }) },
      this.key,
      { algorithm: 'HS256' },
    );
    return { token, expiresAt: new Date(exp * 1_000).toISOString() };
  }

  /**
   * @param authorization `Bearer …`, as it came
   * @returns undefined for whatever is not a valid token of a usable subject
   */
  read(authorization: unknown): Viewer | undefined {
    const token = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization)?.[1] : undefined;
    if (!token) return undefined;
    const known = this.remembered.get(token);
    if (known && (known.expiresAt ?? Infinity) > Date.now()) return known;
    const viewer = this.verify(token);
    if (viewer) this.remembered.set(token, viewer);
    return viewer;
  }

  private verify(token: string): Viewer | undefined {
    try {
      const { issuer, audience } = this.options;
      const claims = jwt.verify(token, this.key, { algorithms: ['HS256'], issuer, audience });
      return typeof claims === 'string' ? undefined : toViewer(claims);
    } catch {
      return undefined;
    }
  }
}

function toViewer(claims: jwt.JwtPayload): Viewer | undefined {
  const id = usableText(claims.sub, 255);
  if (!id) return undefined;
  const claimedRole = Object.values(Role).find((role) => role === claims.role);
  return {
    id,
    name: usableText(claims.name, 200),
    email: usableText(claims.email, 320),
    claimedRole,
    role: claimedRole ?? Role.CANDIDATE,
    scopes: new Set(typeof claims.scope === 'string' ? claims.scope.split(' ') : []),
    sessionId: usableText(claims.sid, 64),
    expiresAt: claims.exp === undefined ? undefined : claims.exp * 1_000,
  };
}

function usableText(claim: unknown, most: number): string | undefined {
  if (typeof claim !== 'string' || claim.trim() === '' || claim.length > most) return undefined;
  return claim.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(claim) ? claim : undefined;
}
