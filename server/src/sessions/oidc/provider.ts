import * as oidc from 'openid-client';
import { boundedFetch } from '../../platform/http/outgoing/bounded-fetch.ts';
import { CALLBACK_PATH, SIGN_IN_PATH } from './paths.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** How long the provider's configuration is taken for current. */
const FRESH_MS = 10 * 60_000;
/** While it is away it is not asked more often. */
const COOLDOWN_MS = 5_000;
/** Clocks differ by so much. */
const LEEWAY_SECONDS = 30;

/** The provider gives no answer just now. */
export class ProviderAway extends Error {}

/** What must be known again when somebody comes back from the provider. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider has signed in. */
export interface SignedInThere {
  /** Of the ID token and of the provider's own answer about them. */
  readonly claims: Record<string, unknown>;
  /** What the provider calls them. */
  readonly subject: string;
  /** What the provider calls their session there. */
  readonly sessionId: string | undefined;
  /** By which the provider knows later whom it is to sign out. */
  readonly idToken: string;
}

/**
 * The OpenID provider at which people sign in: by code, with PKCE, a state and a nonce. It need not be there when we start:
 * it is asked for its configuration by the first who wants to sign in.
 */
export class Provider {
  private found: { readonly configuration: oidc.Configuration; readonly at: number } | undefined;
  private triedAt = -Infinity;
  private finding: Promise<unknown> | undefined;

  constructor(private readonly settings: ProviderSettings) {}

  /** @returns where somebody signs in. @throws ProviderAway */
  async begin(): Promise<Checks & { readonly address: string }> {
    const configuration = await this.configuration();
    const checks = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.publicUrl + CALLBACK_PATH,
      scope: this.settings.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
      state: checks.state,
      nonce: checks.nonce,
    });
    return { ...checks, address: address.href };
  }

  /**
   * @param search what the provider has put behind the address of the callback, from the `?` on
   * @throws ProviderAway, or what openid-client says of an answer that is wrong
   */
  async complete(search: string, { state, nonce, verifier }: Checks): Promise<SignedInThere> {
    const configuration = await this.configuration();
    const address = new URL(this.settings.publicUrl + CALLBACK_PATH + search);
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const { sub, sid } = claims;
    // Many tell names and roles only there.
    const told = configuration.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, sub)
      : {};
    return {
      claims: { ...told, ...claims },
      subject: sub,
      sessionId: typeof sid === 'string' ? sid : undefined,
      idToken: tokens.id_token!,
    };
  }

  /**
   * @param idToken of the sign-in that is to end there; the provider asks its user where it is not known
   * @returns where a browser is led for that; undefined where the provider has no such place, or gives no answer just now
   * @throws ProviderAway where it has never given one
   */
  async endAddress(idToken: string | undefined): Promise<string | undefined> {
    // Nobody is led to a provider that is away.
    if (!(await this.find())) return undefined;
    const { configuration } = this.found!;
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: this.settings.publicUrl + SIGN_IN_PATH,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    }).href;
  }

  /** Where its keys are. @throws ProviderAway */
  async keysAddress(): Promise<string> {
    return (await this.configuration()).serverMetadata().jwks_uri ?? '';
  }

  private async configuration(): Promise<oidc.Configuration> {
    const isFresh = this.found && performance.now() - this.found.at < FRESH_MS;
    const mayTry = performance.now() - this.triedAt > COOLDOWN_MS;
    if (!isFresh && (mayTry || this.finding)) {
      this.finding ??= this.find().finally(() => (this.finding = undefined));
      await this.finding;
    }
    if (!this.found) throw new ProviderAway('The provider gives no answer');
    return this.found.configuration;
  }

  /** @returns whether it has answered. @throws ProviderAway where it never has */
  private async find(): Promise<boolean> {
    this.triedAt = performance.now();
    const { issuer, clientId } = this.settings;
    try {
      const metadata = { [oidc.clockTolerance]: LEEWAY_SECONDS };
      const configuration = await oidc.discovery(new URL(issuer), clientId, metadata, this.authentication(), {
        [oidc.customFetch]: reach,
        execute: [
          // Also what comes from the provider itself is believed by its signature alone.
          oidc.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
      });
      this.found = { configuration, at: this.triedAt };
      return true;
    } catch (cause) {
      // What was found before goes on.
      if (!this.found) throw new ProviderAway('The provider gives no configuration', { cause });
      return false;
    }
  }

  /** By what the provider understands, the standard's default first. */
  private authentication(): oidc.ClientAuth {
    const { clientSecret } = this.settings;
    if (clientSecret === undefined) return oidc.None();
    const [basic, inBody] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
    return (server, client, body, headers) => {
      const understood = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      const own = understood.includes('client_secret_basic') ? basic : inBody;
      own(server, client, body, headers);
    };
  }
}

/** Whether the provider could not be asked, rather than having answered no. */
export function isAway(error: unknown): boolean {
  if (error instanceof ProviderAway) return true;
  return error instanceof Error && error.cause !== undefined && isAway(error.cause);
}

/** Whether the provider says that its user did not want to, or may not. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied';

/** What the provider calls its refusal: `invalid_client`, `invalid_grant` … */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError
    ? error.error.slice(0, 100)
    : undefined;

const reach: oidc.CustomFetch = async (url, options) => {
  const response = await boundedFetch(url, options as RequestInit).catch((cause: unknown) => {
    throw new ProviderAway('The provider gives no answer', { cause });
  });
  if (response.status >= 500) throw new ProviderAway(`The provider answers ${response.status}`);
  return response;
};
