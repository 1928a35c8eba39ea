import type { JwtPayload } from 'jsonwebtoken';
import type { Caller } from '../platform/http/caller.ts';
import { isVisible } from '../platform/text/text.ts';
import { Role } from '../users/role.ts';
import type { Viewer } from '../users/viewer.ts';

/** Clocks differ by so much (RFC 7519, 4.1.4 and 4.1.5). */
const LEEWAY_MS = 30_000;
const MAX_SUB = 255;
/** The end of the year 9999. What is beyond it was meant in milliseconds. */
const MAX_SECONDS = 253_402_300_799;

export const WRONG_ISSUER = "The token's issuer (iss) is not the configured one";

export interface ExpectedClaims {
  /** What `iss` must be; undefined: anything. */
  readonly issuer: string | undefined;
  /** What `aud` must be or have, one of them at least; undefined: anything. */
  readonly audience: string | readonly string[] | undefined;
}

/**
 * Judges all that does not change with time. Only of a token whose signature was found right: to others nothing is said
 * about their claims.
 * @returns why the token is refused, in words for whoever sent it; undefined when it is not
 */
export function faultOf(claims: JwtPayload, expected: ExpectedClaims): string | undefined {
  const { sub } = claims as Record<string, unknown>;
  const fault = circumstanceFaultOf(claims, expected);
  if (fault !== undefined) return fault;
  if (sub === undefined) return 'The token has no sub, which names the user or the service';
  if (usableText(sub, MAX_SUB) === undefined)
    return `The token's sub is not a text of 1 to ${MAX_SUB} characters without controls`;
  return undefined;
}

/** The same, but for whom it is about: of its times, its issuer and its audience. */
export function circumstanceFaultOf(
  claims: JwtPayload,
  { issuer, audience }: ExpectedClaims,
): string | undefined {
  const { exp, nbf, iss, aud } = claims as Record<string, unknown>;
  if (!isMoment(exp) || !isMoment(nbf)) return "The token's exp or nbf is not a number of seconds";
  if (issuer !== undefined && iss !== issuer) return WRONG_ISSUER;
  if (audience !== undefined && ![aud].flat().some((one) => [audience].flat().some((own) => own === one)))
    return "The token's audience (aud) is not the configured one";
  return undefined;
}

/** @param claims without a fault */
export function viewerOf(claims: JwtPayload): Viewer {
  const claimedRole = Object.values(Role).find((role) => role === claims.role);
  return {
    id: claims.sub!,
    name: usableText(claims.name, 200),
    email: usableText(claims.email, 320),
    claimedRole,
    role: claimedRole ?? Role.CANDIDATE,
    scopes: new Set([claims.scope, claims.scp].flatMap(wordsOf)),
    sessionId: usableText(claims.sid, 64),
    notBefore: momentOf(claims.nbf),
    expiresAt: momentOf(claims.exp),
  };
}

/** Judges what changes with time, at each use of a token. */
export function atTime(viewer: Viewer, now: number): Caller<Viewer> {
  const { notBefore = -Infinity, expiresAt = Infinity } = viewer;
  if (expiresAt + LEEWAY_MS <= now) return { refusal: 'The token has expired' };
  if (notBefore - LEEWAY_MS > now) return { refusal: 'The token is not valid yet: its nbf is in the future' };
  // What it opens in the leeway may stay open as long.
  return { viewer: expiresAt > now ? viewer : { ...viewer, expiresAt: expiresAt + LEEWAY_MS } };
}

export function usableText(claim: unknown, most: number): string | undefined {
  if (typeof claim !== 'string' || !isVisible(claim) || claim.length > most) return undefined;
  return claim.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(claim) ? claim : undefined;
}

/** OAuth writes one text of words (RFC 8693, 4.2), others an array of them, some of these under `scp`. */
export function wordsOf(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ');
  return Array.isArray(claim) ? claim.filter((word) => typeof word === 'string') : [];
}

const isMoment = (claim: unknown) =>
  claim === undefined || (Number.isFinite(claim) && (claim as number) <= MAX_SECONDS);
export const momentOf = (seconds: number | undefined) =>
  seconds === undefined ? undefined : seconds * 1_000;
