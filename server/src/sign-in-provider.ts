import type { Config } from './config.ts';
import { publicUrlOf } from './platform/http/public-url.ts';
import type { ProviderSource } from './sessions/oidc/provider-settings.ts';

/** The OpenID provider at which people may sign in, where one is configured. */
export function providerFrom(config: Config): ProviderSource | undefined {
  if (config.OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: config.OIDC_ISSUER,
    clientId: config.OIDC_CLIENT_ID!,
    clientSecret: config.OIDC_CLIENT_SECRET,
    scope: config.OIDC_SCOPE,
    admins: config.OIDC_ADMIN,
    rule: config.OIDC_RULE,
    publicUrl: publicUrlOf(config.PUBLIC_URL, String(config.PORT)),
  };
}

/** What its button says; its host where nothing else is configured. */
export const providerName = ({ OIDC_ISSUER, OIDC_NAME }: Config): string | undefined =>
  OIDC_ISSUER && (OIDC_NAME ?? new URL(OIDC_ISSUER).host);
