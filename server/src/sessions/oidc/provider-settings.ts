import { isConfidential } from '../../platform/http/outgoing/bounded-fetch.ts';
import { OperatorError } from '../../platform/operator-error.ts';
import { identityRule, type IdentityRule } from '../issuers/identity-rule.ts';
import { prefixProblems, type IssuerSettings } from '../issuers/issuer-settings.ts';

/** The OpenID provider at which people may sign in, as the operator names it. */
export interface ProviderSource {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a client that has none. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** Whom the provider calls so (`sub`) is an admin. */
  readonly admins: readonly string[];
  /** JSON of an identity rule. */
  readonly rule: string | undefined;
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

export interface ProviderSettings extends Omit<ProviderSource, 'rule'> {
  readonly rule: IdentityRule;
  /** Of users whom others speak of. */
  readonly foreignPrefixes: readonly string[];
}

/** Whoever signs in there is nobody who has an account here, or a token of another kind. */
const DEFAULT_PREFIX = 'oidc:';

/** @throws OperatorError that says what is wrong with them */
export function readProvider(source: ProviderSource, issuers: readonly IssuerSettings[]): ProviderSettings {
  if (!isConfidential(source.issuer))
    throw new OperatorError('OIDC_ISSUER must be an https:// address (http:// only on this machine).');
  const known = issuers.find(({ issuer }) => issuer === source.issuer);
  if (known && source.rule !== undefined)
    throw new OperatorError(
      'OIDC_RULE and TOKEN_ISSUERS both say who the users of OIDC_ISSUER are: leave OIDC_RULE out.',
    );
  const rule = known ?? ruleIn(source.rule);
  const others = issuers.filter((issuer) => issuer !== known).map(({ idPrefix }) => idPrefix);
  if (prefixProblems([rule.idPrefix, ...others]).length > 0)
    throw new OperatorError("The idPrefix of OIDC_RULE begins with another issuer's, or is the same.");
  return { ...source, rule, foreignPrefixes: others };
}

function ruleIn(text: string | undefined): IdentityRule {
  if (text === undefined) return identityRule.parse({ idPrefix: DEFAULT_PREFIX });
  const { data, error } = identityRule.safeParse(objectIn(text));
  if (data) return data;
  const problems = error.issues.map(({ path, message }) => `  - ${path.join('.')}: ${message}`);
  throw new OperatorError(['OIDC_RULE is not usable:', ...problems].join('\n'));
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
