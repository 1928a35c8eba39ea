// Somebody else's server that issues tokens: its keys at an address, by its own ways and in its bad hours.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';

type Answer = (response: ServerResponse) => void;

interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** Makes a pair of keys as issuers have them. */
export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  return { kid, alg, ...(await generateKeyPair(alg, { extractable: true })) };
}

export class Issuer {
  /** What it publishes now, in this order. */
  published: SigningKey[];
  /** In place of the keys, in bad hours. */
  answer: Answer | undefined;
  /** What its configuration says of itself, where that is not true. */
  saidOfItself: object = {};
  /** How often it was asked for its keys. */
  asked = 0;
  private server: Server | undefined;
  private port = 0;

  private constructor(readonly key: SigningKey) {
    this.published = [key];
  }

  static async up(alg?: string): Promise<Issuer> {
    const issuer = new Issuer(await signingKey('first', alg));
    await issuer.up();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get jwks(): string {
    return `${this.url}/keys`;
  }

  /** At the same port as before. */
  async up(): Promise<void> {
    this.server = createServer((request, response) => void this.take(request.url!, response));
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** A token of its own, for an hour and for Carillon unless it says otherwise. */
  sign(
    claims: Record<string, unknown>,
    { key = this.key, ...header }: Partial<JWTHeaderParameters> & { key?: SigningKey } = {},
  ): Promise<string> {
    const exp = Math.floor(Date.now() / 1_000) + 3_600;
    return new SignJWT({ iss: this.url, aud: 'carillon', exp, ...claims })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
      .sign(key.privateKey);
  }

  private async take(path: string, response: ServerResponse): Promise<void> {
    if (path === '/.well-known/openid-configuration')
      return void response.end(
        JSON.stringify({ issuer: this.url, jwks_uri: this.jwks, ...this.saidOfItself }),
      );
    this.asked++;
    if (this.answer) return this.answer(response);
    const keys = this.published.map(async ({ publicKey, kid }) => ({ ...(await exportJWK(publicKey)), kid }));
    response.end(JSON.stringify({ keys: await Promise.all(keys) }));
  }
}
