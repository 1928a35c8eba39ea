import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../../local/free-port.ts';
import { HttpBrowser, locationOf } from '../../support/issuers/http-browser.ts';
import { OpenidProvider } from '../../support/issuers/openid-provider.ts';
import { comeFromProvider, ownerOf, signInThere } from '../../support/issuers/sign-in-there.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { signOut, trySignIn } from '../../support/sign-in.ts';
import { until } from '../../support/until.ts';

let provider: OpenidProvider;
let server: TestServer;
const RULE = {
  idPrefix: 'acme:',
  claims: {
    instructor: { claim: 'groups', value: 'teachers' },
    admin: { claim: 'groups', value: 'operators' },
  },
};

beforeAll(async () => {
  provider = await OpenidProvider.up(`http://127.0.0.1:${await freePort()}`);
  server = await startServer({
    ...provider.settings,
    DEMO: 'true',
    OIDC_RULE: JSON.stringify(RULE),
    OIDC_ADMIN: 'first, second',
    TRUST_PROXY: '1',
  });
});

afterAll(async () => {
  await server.close();
  await provider.down();
});

const rowOf = async (id: string) =>
  (await server.sql('select name, email, role, password_hash from users where id = $1', [id]))[0];
const problemOf = (end: URL) => [end.pathname, end.searchParams.get('problem')];

describe('signing in at a provider', () => {
  test('gives a session like any other, and leads back to where one was', async () => {
    provider.accounts.set('iris', { name: 'Iris', email: 'iris@acme.example', groups: ['teachers'] });
    const { end, cookie, answer } = await signInThere(server.url, 'iris', '/applications?show=open#1');
    expect(`${end.pathname}${end.search}`).toBe(
      '/sign-in?returned=true&next=%2Fapplications%3Fshow%3Dopen%231',
    );
    const kept = answer.headers.getSetCookie().find((header) => header.startsWith('carillon_refresh'))!;
    expect(kept.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/graphql',
      'SameSite=Strict',
    ]);
    const { id, token } = await ownerOf(server.url, cookie);
    expect(id).toBe('acme:iris');
    expect(await rowOf('acme:iris')).toEqual({
      name: 'Iris',
      email: 'iris@acme.example',
      role: 'INSTRUCTOR',
      password_hash: null,
    });
    await signOut(server.url, { token: token! });
    expect((await ownerOf(server.url, cookie)).code).toBe('UNAUTHENTICATED');
  });

  test('takes over what the provider says each time, also that one is no admin any more', async () => {
    provider.accounts.set('ada', { name: 'Ada', groups: ['operators'] });
    await signInThere(server.url, 'ada');
    expect(await rowOf('acme:ada')).toMatchObject({ name: 'Ada', role: 'ADMIN' });
    provider.accounts.set('ada', { name: 'Ada B.', groups: [] });
    await signInThere(server.url, 'ada');
    expect(await rowOf('acme:ada')).toMatchObject({ name: 'Ada B.', role: 'CANDIDATE' });
  });

  test('makes an admin of those whom the configuration names, by what the provider calls them', async () => {
    for (const login of ['first', 'second', 'third']) await signInThere(server.url, login);
    const rows = await server.sql(
      `select id from users where role = 'ADMIN' and id like 'acme:%' order by id`,
    );
    expect(rows).toEqual([{ id: 'acme:first' }, { id: 'acme:second' }]);
  });

  test('never leads into an account that is there, by its address as little as by its id', async () => {
    provider.accounts.set('thief', { email: 'admin@example.com', email_verified: true });
    const { cookie } = await signInThere(server.url, 'thief');
    expect((await ownerOf(server.url, cookie)).id).toBe('acme:thief');
    expect(await rowOf('admin')).toMatchObject({ name: 'Ada Novak' });
    expect((await trySignIn(server.url, 'admin@example.com')).data.signIn!.viewer.id).toBe('admin');
    await server.sql(
      `insert into users (id, name, email, password_hash) values ('acme:taken', 'T', 't@example.com', 'x')`,
    );
    const { end } = await signInThere(server.url, 'taken');
    expect(problemOf(end)).toEqual(['/sign-in', 'taken']);
  });

  test('leads nowhere else than to a path of this site', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      `/${'x'.repeat(2_000)}`,
    ]) {
      const { end } = await signInThere(server.url, 'guest', next);
      expect([end.origin, end.searchParams.get('next')]).toEqual([new URL(server.url).origin, '/']);
    }
  });
});

describe('whoever comes back from the provider', () => {
  const back = (browser: HttpBrowser, login = 'casey') => comeFromProvider(browser, server.url, login);
  const endOf = async (browser: HttpBrowser, url: URL) => {
    const end = locationOf(await browser.get(url.href))!;
    expect(browser.cookie(server.url, 'carillon_refresh')).toBeUndefined();
    return problemOf(end);
  };
  const changed = (url: URL, change: (search: URLSearchParams) => void) => {
    const other = new URL(url);
    change(other.searchParams);
    return other;
  };

  test('in another browser than the one that began is not let in', async () => {
    const url = await back(new HttpBrowser());
    expect(await endOf(new HttpBrowser(), url)).toEqual(['/sign-in', 'late']);
    // Nor where they have begun one of their own, as whoever is led there by others would have.
    const victim = new HttpBrowser();
    await victim.get(`${server.url}/sign-in/oidc/start`);
    expect(await endOf(victim, url)).toEqual(['/sign-in', 'failed']);
  });

  test.each<[string, (url: URL) => URL]>([
    ['another state', (url) => changed(url, (search) => search.set('state', 'x'.repeat(43)))],
    ['no state', (url) => changed(url, (search) => search.delete('state'))],
    ['another code', (url) => changed(url, (search) => search.set('code', 'x'.repeat(43)))],
    ['no code', (url) => changed(url, (search) => search.delete('code'))],
    ['two codes', (url) => changed(url, (search) => search.append('code', 'y'))],
    ['another issuer', (url) => changed(url, (search) => search.set('iss', 'https://evil.example'))],
    ['nothing', (url) => new URL(url.pathname, url)],
  ])('with %s is not let in', async (_what, change) => {
    const browser = new HttpBrowser();
    expect(await endOf(browser, change(await back(browser)))).toEqual(['/sign-in', 'failed']);
  });

  test('is let in once', async () => {
    const browser = new HttpBrowser();
    const url = await back(browser);
    const begun = browser.cookie(server.url, 'carillon_oidc')!;
    expect(problemOf(locationOf(await browser.get(url.href))!)).toEqual(['/sign-in', null]);
    browser.forget(server.url, 'carillon_refresh');
    expect(await endOf(browser, url)).toEqual(['/sign-in', 'late']);
    browser.keep(server.url, 'carillon_oidc', begun);
    expect(await endOf(browser, url)).toEqual(['/sign-in', 'failed']);
  });

  test.each([
    ['forged', (cookie: string) => `${cookie.split('.')[0]}.${'A'.repeat(24)}`],
    ['changed', (cookie: string) => `x${cookie}`],
    ['empty', () => '.'],
    ['no text', () => '%00'],
  ])('with a cookie that is %s is not let in', async (_what, forge) => {
    const browser = new HttpBrowser();
    const url = await back(browser);
    browser.keep(server.url, 'carillon_oidc', forge(browser.cookie(server.url, 'carillon_oidc')!));
    expect(await endOf(browser, url)).toEqual(['/sign-in', 'late']);
  });

  test('because they did not want to is told so', async () => {
    const browser = new HttpBrowser();
    const started = await browser.get(`${server.url}/sign-in/oidc/start`);
    const state = locationOf(started)!.searchParams.get('state')!;
    const iss = encodeURIComponent(provider.url);
    const url = new URL(`${server.url}/sign-in/oidc/callback?error=access_denied&state=${state}&iss=${iss}`);
    expect(await endOf(browser, url)).toEqual(['/sign-in', 'refused']);
  });

  test('asks for no more than the sign-in needs, in a cookie that scripts cannot read', async () => {
    const browser = new HttpBrowser();
    const started = await browser.get(`${server.url}/sign-in/oidc/start`);
    const asked = Object.fromEntries(locationOf(started)!.searchParams);
    expect(asked).toMatchObject({
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile email',
      redirect_uri: `${provider.client}/sign-in/oidc/callback`,
    });
    const [cookie] = started.headers.getSetCookie();
    expect(cookie!.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=600',
      'Path=/sign-in/oidc',
      'SameSite=Lax',
    ]);
    expect(started.headers.get('cache-control')).toBe('no-store');
  });
});

test('whoever comes back again and again from one address has to wait, and nobody else', async () => {
  const get = (path: string, from: string) =>
    fetch(`${server.url}/sign-in/oidc/${path}`, {
      redirect: 'manual',
      headers: { 'x-forwarded-for': from },
    });
  const [one, other] = ['203.0.113.7', '203.0.113.8'];
  for (let round = 0; round < 3; round++)
    await Promise.all(Array.from({ length: 100 }, () => get('callback?code=x&state=y', one)));
  for (const path of ['start', 'callback'])
    expect(problemOf(locationOf(await get(path, one))!)).toEqual(['/sign-in', 'limited']);
  expect(locationOf(await get('start', other))!.origin).toBe(provider.url);
});

test('over https its cookies are secure; whoever speaks of the users of another issuer is not let in', async () => {
  const there = await OpenidProvider.up('https://bell.example');
  const issuers = [{ issuer: 'https://g.example', algorithms: ['RS256'], audience: 'x', idPrefix: 'g:' }];
  const own = await startServer({
    ...there.settings,
    PORT: '0',
    OIDC_RULE: '{}',
    TOKEN_ISSUERS: JSON.stringify(issuers),
  });
  try {
    const comeBack = async (login: string) => {
      const browser = new HttpBrowser();
      const { pathname, search } = await comeFromProvider(browser, own.url, login);
      return browser.get(own.url + pathname + search);
    };
    const cookies = (await comeBack('casey')).headers.getSetCookie();
    expect(cookies.map((cookie) => [cookie.split('=')[0], cookie.includes('; Secure')])).toEqual([
      ['carillon_oidc', true],
      ['carillon_refresh', true],
      ['carillon_there', true],
    ]);
    expect(problemOf(locationOf(await comeBack('g:casey'))!)).toEqual(['/sign-in', 'taken']);
    expect(await own.sql(`select id from users where password_hash is null order by id`)).toEqual([
      { id: 'casey' },
    ]);
  } finally {
    await own.close();
    await there.down();
  }
});

test('a provider that is away when we start is told of at the button, and found when it is back', async () => {
  const late = await OpenidProvider.up(`http://127.0.0.1:${await freePort()}`);
  await late.down();
  const own = await startServer({ ...late.settings, PASSWORDS: 'false' });
  try {
    const { end } = await startThere(own.url);
    expect(problemOf(end)).toEqual(['/sign-in', 'away']);
    expect(end.searchParams.get('next')).toBe('/notifications');
    await late.up();
    // It is not asked again and again.
    await until(async () => (await startThere(own.url)).end.origin === late.url);
    const { cookie } = await signInThere(own.url, 'casey');
    expect((await ownerOf(own.url, cookie)).id).toBe('oidc:casey');
    expect((await trySignIn(own.url, 'candidate@example.com')).code).toBe('FORBIDDEN');
  } finally {
    await own.close();
    await late.down();
  }
});

async function startThere(carillon: string): Promise<{ end: URL }> {
  const answer = await new HttpBrowser().get(`${carillon}/sign-in/oidc/start?next=/notifications`);
  return { end: locationOf(answer)! };
}
