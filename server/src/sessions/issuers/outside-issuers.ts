import type { JwtPayload } from 'jsonwebtoken';
import { boundedFetch, isConfidential, reasonOf } from '../../platform/http/outgoing/bounded-fetch.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Role } from '../../users/role.ts';
import type { Viewer } from '../../users/viewer.ts';
import { circumstanceFaultOf, momentOf, wordsOf } from '../claims.ts';
import { claimedBy, UNKNOWN_EXTENSIONS, type JwtHeader } from '../jwt-parts.ts';
import { at, identityOf } from './identity-rule.ts';
import type { IssuerSettings } from './issuer-settings.ts';
import { KeysAway, RemoteKeys } from './remote-keys.ts';

/** Of what RFC 9068 and everybody else call an access token. Others are for another use: logout tokens, for example. */
const ACCESS_TOKEN_TYPES = ['jwt', 'at+jwt', 'application/at+jwt'];

interface OutsideIssuer extends IssuerSettings {
  readonly keys: RemoteKeys;
  readonly foreignPrefixes: readonly string[];
}

/** Those besides us whose tokens say who is calling, each with keys, algorithms and users of its own. */
export class OutsideIssuers {
  private readonly byName: ReadonlyMap<string, OutsideIssuer>;

  /** @param otherPrefixes of users who come in another way */
  constructor(
    settings: readonly IssuerSettings[],
    otherPrefixes: readonly string[],
    onTrouble: (error: unknown) => void,
  ) {
    this.byName = new Map(
      settings.map((issuer) => {
        const others = settings.filter((other) => other !== issuer).map(({ idPrefix }) => idPrefix);
        const foreignPrefixes = [...others, ...otherPrefixes].filter((prefix) => prefix !== issuer.idPrefix);
        const trouble = (cause: unknown) =>
          onTrouble(new Error(`The keys of ${issuer.issuer} cannot be read: ${reasonOf(cause)}`));
        return [
          issuer.issuer,
          { ...issuer, foreignPrefixes, keys: new RemoteKeys(() => addressOf(issuer), trouble) },
        ];
      }),
    );
  }

  has(issuer: unknown): boolean {
    return typeof issuer === 'string' && this.byName.has(issuer);
  }

  /**
   * @param token a JWT, of which nothing is believed yet
   * @returns undefined where it names none of these issuers
   */
  verify(token: string, header: JwtHeader): Promise<Caller<Viewer>> | undefined {
    const { iss } = claimedBy(token) ?? {};
    const issuer = typeof iss === 'string' ? this.byName.get(iss) : undefined;
    return issuer && this.verifyOf(issuer, token, header);
  }

  private async verifyOf(issuer: OutsideIssuer, token: string, header: JwtHeader): Promise<Caller<Viewer>> {
    const { algorithms, keys } = issuer;
    const { alg, typ = 'JWT' } = header;
    if (!algorithms.some((name) => name === alg))
      return { refusal: "The token is signed with an algorithm that is none of its issuer's" };
    if (!ACCESS_TOKEN_TYPES.includes(String(typ).toLowerCase()))
      return { refusal: 'The token is of another type (typ) than JWT and at+jwt' };
    if ('crit' in header) return { refusal: UNKNOWN_EXTENSIONS };
    try {
      const payload = await keys.open(token, algorithms);
      if (!payload) return { refusal: "The token's signature does not match" };
      return this.judge(JSON.parse(Buffer.from(payload).toString()) as JwtPayload, issuer);
    } catch (error) {
      if (!(error instanceof KeysAway)) throw error;
      return { refusal: "The keys of the token's issuer cannot be had just now", isTemporary: true };
    }
  }

  /** @param claims of a token whose signature was found right */
  private judge(claims: JwtPayload, rule: OutsideIssuer): Caller<Viewer> {
    const fault = circumstanceFaultOf(claims, rule);
    if (fault !== undefined) return { refusal: fault };
    if (claims.exp === undefined) return { refusal: 'The token has no end (exp)' };
    // It tells of events (RFC 8417), of a logout for example, and not who is calling.
    if (claims.events !== undefined) return { refusal: 'The token is none that says who is calling' };
    const identity = identityOf(claims, rule, rule.foreignPrefixes);
    if (!identity) return { refusal: 'The token does not say who is calling in a way that can be used' };
    const scopes = rule.claims.scopes;
    return {
      viewer: {
        ...identity,
        role: identity.claimedRole ?? Role.CANDIDATE,
        scopes: new Set(scopes ? wordsOf(at(claims, scopes)) : []),
        sessionId: undefined, // whatever it calls its own session
        notBefore: momentOf(claims.nbf),
        expiresAt: momentOf(claims.exp),
      },
    };
  }
}

/** Rule: https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig */
async function addressOf({ issuer, jwks }: IssuerSettings): Promise<string> {
  if (jwks !== undefined) return jwks;
  const response = await boundedFetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (response.status !== 200) throw new Error(`The issuer's configuration answers ${response.status}`);
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer) throw new Error("The issuer's configuration is another issuer's");
  if (typeof found.jwks_uri !== 'string' || !isConfidential(found.jwks_uri))
    throw new Error("The issuer's configuration names no https:// address for its keys");
  return found.jwks_uri;
}
