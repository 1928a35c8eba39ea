import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, SignJWT } from 'jose';
import { freePort } from '../../../local/free-port.ts';
import { HttpBrowser } from '../../support/issuers/http-browser.ts';
import { signingKey } from '../../support/issuers/issuer.ts';
import { OpenidProvider } from '../../support/issuers/openid-provider.ts';
import { signInThere } from '../../support/issuers/sign-in-there.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let provider: OpenidProvider;
let server: TestServer;

beforeAll(async () => {
  provider = await OpenidProvider.up(`http://127.0.0.1:${await freePort()}`);
  server = await startServer(provider.settings);
});

afterAll(async () => {
  await server.close();
  await provider.down();
});

describe('what is told in the name of the provider', () => {
  type Claims = Record<string, unknown>;
  // Who is known there, and is asked nothing.
  const browser = new HttpBrowser();
  const end = async () => {
    browser.forget(server.url, 'carillon_refresh');
    const { end, cookie } = await signInThere(server.url, 'casey', '/', browser);
    expect(cookie === 'carillon_refresh=').toBe(end.searchParams.has('problem'));
    return [end.pathname, end.searchParams.get('problem')];
  };
  afterEach(() => provider.changes.clear());

  /** Where the ID token is another one. */
  async function endWith(change: (claims: Claims) => Promise<string> | string): Promise<(string | null)[]> {
    provider.changes.set('/token', async (said) => ({
      ...said,
      id_token: await change(decodeJwt(said.id_token as string)),
    }));
    return end();
  }
  const seconds = () => Math.floor(Date.now() / 1_000);
  const signed = (more: Claims) => (claims: Claims) => provider.sign({ ...claims, ...more });
  const unsigned = (claims: Claims) =>
    `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  const bySomebodyElse = async (claims: Claims) => {
    const { privateKey } = await signingKey('provider', 'RS256');
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'provider' }).sign(privateKey);
  };

  test('is believed as far as it has signed it, and the clocks agree within 30 seconds', async () => {
    expect(await endWith(signed({}))).toEqual(['/sign-in', null]);
    expect(await endWith(signed({ exp: seconds() - 20 }))).toEqual(['/sign-in', null]);
  });

  test.each<[string, (claims: Claims) => Promise<string> | string]>([
    ['without a signature', unsigned],
    ['signed by somebody else', bySomebodyElse],
    ['with nothing but a part of it', async (claims) => (await signed({})(claims)).slice(0, -8)],
    ['of another issuer', signed({ iss: 'https://evil.example' })],
    ['for another client', signed({ aud: 'shop' })],
    ['for nobody', signed({ aud: undefined })],
    ['for another sign-in', signed({ nonce: 'x'.repeat(43) })],
    ['for any sign-in', signed({ nonce: undefined })],
    ['about nobody', signed({ sub: undefined })],
    ['that has expired', signed({ exp: seconds() - 60 })],
    ['without an end', signed({ exp: undefined })],
  ])('is not believed %s', async (_what, change) => {
    expect(await endWith(change)).toEqual(['/sign-in', 'failed']);
  });

  test('about somebody else than whom it has signed in is not believed', async () => {
    provider.changes.set('/me', (said) => ({ ...said, sub: 'first', groups: ['operators'] }));
    expect(await end()).toEqual(['/sign-in', 'failed']);
  });
});
