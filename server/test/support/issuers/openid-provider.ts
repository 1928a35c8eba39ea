// Somebody else's OpenID provider: oidc-provider, certified by the OpenID Foundation, with accounts that tests choose.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import Provider from 'oidc-provider';
import type { Settings } from '../server.ts';

export const CLIENT = { id: 'carillon', secret: 'of the client and the provider' };
const KEY = { kid: 'provider', alg: 'RS256' };
const SCOPE = 'openid profile email';

// It says again and again that this is no provider for real people.
for (const level of ['info', 'warn'] as const) {
  const say = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('oidc-provider ')) say(...words);
  };
}

/** Says something else than what it would have said. */
type Change = (said: Record<string, unknown>) => Promise<object> | object;

interface Account {
  accountId: string;
  claims(): Promise<object>;
}

export class OpenidProvider {
  /** What it tells of each, by what they are called there. Everybody else has no more than their name. */
  readonly accounts = new Map<string, object>();
  /** By path, of what it answers in JSON: as others say it in its place, or it itself in bad hours. */
  readonly changes = new Map<string, Change>();
  private server: Server | undefined;
  private port = 0;
  private listener: ReturnType<Provider['callback']> | undefined;

  private constructor(
    private readonly privateKey: CryptoKey,
    /** Where Carillon is. */
    readonly client: string,
  ) {}

  static async up(client: string): Promise<OpenidProvider> {
    const { privateKey } = await generateKeyPair(KEY.alg, { extractable: true });
    const provider = new OpenidProvider(privateKey, client);
    await provider.up();
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What Carillon needs to know of it. */
  get settings(): Settings {
    return {
      PUBLIC_URL: this.client,
      PORT: new URL(this.client).port,
      OIDC_ISSUER: this.url,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Acme',
    };
  }

  /** At the same port as before. */
  async up(): Promise<void> {
    this.server = createServer((request, response) => {
      const change = this.changes.get(request.url!);
      if (change) saying(response, change);
      void this.listener!(request, response);
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    this.listener ??= await this.build();
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** As it signs whatever it tells. */
  async sign(claims: Record<string, unknown>, header: { typ?: string; alg?: string } = {}): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ ...KEY, ...header }).sign(this.privateKey);
  }

  private async build(): Promise<ReturnType<Provider['callback']>> {
    const own = new Provider(this.url, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${this.client}/sign-in/oidc/callback`],
          post_logout_redirect_uris: [`${this.client}/sign-in`],
          backchannel_logout_uri: `${this.client}/sign-in/oidc/logout`,
          backchannel_logout_session_required: true,
        },
      ],
      jwks: { keys: [{ ...(await exportJWK(this.privateKey)), ...KEY, use: 'sig' }] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      // Its own refuses to tell this very machine of a logout.
      fetch: (url: string, options: RequestInit) => fetch(url, options),
      cookies: { keys: ['of this provider alone'] },
      claims: { profile: ['name', 'groups'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
      findAccount: (_context: unknown, accountId: string): Account => ({
        accountId,
        claims: async () => ({ name: accountId, ...this.accounts.get(accountId), sub: accountId }),
      }),
      // Nobody is asked for their consent.
      loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string } } }) => {
        const grant = new own.Grant({ accountId: oidc.session.accountId, clientId: CLIENT.id });
        grant.addOIDCScope(SCOPE);
        await grant.save();
        return grant;
      },
    });
    return own.callback();
  }
}

/** Has what is about to be answered changed before it goes. */
function saying(response: ServerResponse, change: Change): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    void Promise.resolve(change(JSON.parse(body) as Record<string, unknown>)).then((changed) => {
      const text = JSON.stringify(changed);
      response.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    });
    return response;
  }) as ServerResponse['end'];
}
