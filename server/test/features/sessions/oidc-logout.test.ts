import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../../local/free-port.ts';
import { follow } from '../../support/acts.ts';
import { CLIENT, OpenidProvider } from '../../support/issuers/openid-provider.ts';
import { locationOf } from '../../support/issuers/http-browser.ts';
import { ownerOf, signInThere, signOutThere } from '../../support/issuers/sign-in-there.ts';
import { startServer, withRedis, type TestServer } from '../../support/server.ts';
import { signIn, signOut } from '../../support/sign-in.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
let provider: OpenidProvider;
/** Two replicas on one database; the provider knows the first. */
let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  provider = await OpenidProvider.up(`http://127.0.0.1:${await freePort()}`);
  const settings = { ...provider.settings, ...withRedis(), DEMO: 'true' };
  server = await startServer(settings);
  other = await startServer({ ...settings, PORT: '0' }, server.databaseUrl);
});

afterAll(async () => {
  await other.close();
  await server.close();
  await provider.down();
});

const seconds = () => Math.floor(Date.now() / 1_000);
const claims = (more: object = {}): Record<string, unknown> => ({
  iss: provider.url,
  aud: CLIENT.id,
  iat: seconds(),
  exp: seconds() + 60,
  jti: crypto.randomUUID(),
  events: { [EVENT]: {} },
  sub: 'casey',
  ...more,
});
const tell = (token: string, at = server) =>
  fetch(`${at.url}/sign-in/oidc/logout`, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
  });
const isOpen = async (cookie: string) => (await ownerOf(server.url, cookie)).code === undefined;

describe('whoever signs out at the provider', () => {
  test('is signed out here, on every replica, with every socket, and in no other session', async () => {
    const leaves = await signInThere(server.url, 'leaver');
    const stays = await signInThere(server.url, 'leaver');
    const { token } = await ownerOf(server.url, leaves.cookie);
    const sockets = [await follow(server, token!), await follow(other, token!)];
    await signOutThere(leaves.browser, provider.url);
    for (const { socket } of sockets)
      expect(await socket.closed).toEqual({ code: 4403, reason: 'Signed out' });
    expect(await isOpen(leaves.cookie)).toBe(false);
    for (const replica of [server, other])
      expect((await replica.ask('{ viewer { id } }', {}, token)).code).toBe('UNAUTHENTICATED');
    expect(await isOpen(stays.cookie)).toBe(true);
  });

  test('loses all sessions where none is named, but none that began later, however often it is told', async () => {
    const before = [await signInThere(server.url, 'casey'), await signInThere(server.url, 'casey')];
    const elses = await signInThere(server.url, 'somebody');
    const ours = await signIn(server.url, 'candidate');
    const token = await provider.sign(claims());
    expect((await tell(token)).status).toBe(200);
    for (const { cookie } of before) expect(await isOpen(cookie)).toBe(false);
    for (const cookie of [elses.cookie, ours.cookie]) expect(await isOpen(cookie)).toBe(true);
    const after = await signInThere(server.url, 'casey');
    await server.sql(
      `update sessions set created_at = created_at + interval '1 minute' where subject = 'casey'`,
    );
    expect((await tell(token)).status).toBe(200);
    expect(await isOpen(after.cookie)).toBe(true);
  });
});

describe('whoever signs out here', () => {
  const leave = async ({ browser, cookie }: Awaited<ReturnType<typeof signInThere>>) => {
    const { token } = await ownerOf(server.url, cookie);
    await signOut(server.url, { token: token!, cookie });
    expect(await isOpen(cookie)).toBe(false);
    return browser.get(`${server.url}/sign-in/oidc/end`);
  };

  test('is led to the provider, which signs them out too and leads back', async () => {
    const here = await signInThere(server.url, 'leaver');
    const answer = await leave(here);
    const { origin, searchParams } = locationOf(answer)!;
    expect([answer.status, answer.headers.get('cache-control'), origin]).toEqual([
      303,
      'no-store',
      provider.url,
    ]);
    expect(searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/sign-in`);
    const asks = await (await here.browser.follow(answer)).text();
    const [, action] = /action="([^"]+)"/.exec(asks)!;
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(asks)!;
    const back = await here.browser.submit(action!, { xsrf: xsrf!, logout: 'yes' });
    expect(locationOf(back)!.href).toBe(`${server.url}/sign-in`);
    // There nobody is signed in any more: they are asked who they are.
    const again = await here.browser.get(`${server.url}/sign-in/oidc/start`);
    expect(await (await here.browser.follow(again)).text()).toContain('name="login"');
    // Once is enough.
    expect(locationOf(await here.browser.get(`${server.url}/sign-in/oidc/end`))!.href).toBe(
      `${server.url}/sign-in`,
    );
  });

  test('and was never there is led nowhere else', async () => {
    for (const cookie of ['', 'carillon_there=', 'carillon_refresh=x', 'constructor=x; __proto__=y']) {
      const answer = await fetch(`${server.url}/sign-in/oidc/end`, {
        redirect: 'manual',
        headers: { cookie },
      });
      expect([answer.status, locationOf(answer)!.href]).toEqual([303, `${server.url}/sign-in`]);
    }
  });

  test('with a forged token comes to the provider alone, and only there', async () => {
    for (const forged of ['x', 'https://evil.example/?', 'a'.repeat(3_000)]) {
      const headers = { cookie: `carillon_there=${encodeURIComponent(forged)}` };
      const answer = await fetch(`${server.url}/sign-in/oidc/end`, { redirect: 'manual', headers });
      const { origin, searchParams } = locationOf(answer)!;
      expect([origin, searchParams.get('id_token_hint')]).toEqual([provider.url, forged]);
    }
  });

  test('is signed out also where the provider has no such place, or is away', async () => {
    const at = `${provider.url}/.well-known/openid-configuration`;
    const [before, during] = [
      await signInThere(server.url, 'leaver'),
      await signInThere(server.url, 'casey'),
    ];
    provider.changes.set(new URL(at).pathname, ({ end_session_endpoint: _, ...said }) => said);
    expect(locationOf(await leave(before))!.href).toBe(`${server.url}/sign-in`);
    provider.changes.clear();
    await provider.down();
    try {
      expect(locationOf(await leave(during))!.href).toBe(`${server.url}/sign-in`);
    } finally {
      await provider.up();
    }
  });
});

describe('a word of a logout', () => {
  let cookie: string;
  beforeAll(async () => {
    ({ cookie } = await signInThere(server.url, 'casey'));
  });

  test.each<[string, () => Promise<string>]>([
    ['of another issuer', () => provider.sign(claims({ iss: 'https://evil.example' }))],
    ['for another client', () => provider.sign(claims({ aud: 'shop' }))],
    ['for nobody', () => provider.sign(claims({ aud: undefined }))],
    ['of no event', () => provider.sign(claims({ events: undefined }))],
    [
      'of another event',
      () => provider.sign(claims({ events: { 'https://schemas.openid.net/event/login': {} } })),
    ],
    ['of an event that is a text', () => provider.sign(claims({ events: { [EVENT]: 'yes' } }))],
    ['of an event in a list', () => provider.sign(claims({ events: [EVENT] }))],
    ['with a nonce, as an ID token has', () => provider.sign(claims({ nonce: 'x' }))],
    ['without a name', () => provider.sign(claims({ jti: undefined }))],
    ['without a time', () => provider.sign(claims({ iat: undefined }))],
    ['of an hour ago', () => provider.sign(claims({ iat: seconds() - 3_600 }))],
    ['of tomorrow', () => provider.sign(claims({ iat: seconds() + 86_400 }))],
    ['that has expired', () => provider.sign(claims({ exp: seconds() - 40 }))],
    ['that ends as a text', () => provider.sign(claims({ exp: 'never' }))],
    ['about nobody', () => provider.sign(claims({ sub: undefined }))],
    ['about a list', () => provider.sign(claims({ sub: ['casey'] }))],
    ['of another type', () => provider.sign(claims(), { typ: 'at+jwt' })],
    ['of another key', async () => (await otherProvider()).sign(claims())],
    [
      'without a signature',
      async () =>
        `${[{ alg: 'none' }, claims()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
    ],
    ['that is none', async () => 'x'],
    ['that is empty', async () => ''],
  ])('%s ends nothing', async (_what, token) => {
    const answer = await tell(await token());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await isOpen(cookie)).toBe(true);
  });

  test('is no token that says who is calling', async () => {
    expect((await server.ask('{ viewer { id } }', {}, await provider.sign(claims()))).code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('is taken as a form alone, by POST alone', async () => {
    const token = await provider.sign(claims());
    const url = `${server.url}/sign-in/oidc/logout`;
    const asJson = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ logout_token: token }),
    });
    expect(asJson.status).toBe(415);
    expect((await fetch(`${url}?logout_token=${token}`)).status).toBe(405);
  });
});

async function otherProvider(): Promise<OpenidProvider> {
  const another = await OpenidProvider.up(provider.client);
  await another.down();
  return another;
}
