import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { follow } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { refresh, signIn, signOut, trySignIn } from '../../support/sign-in.ts';
import { Socket } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true', TRUST_PROXY: 'true' });
});

afterAll(() => server.close());

const whoAmI = (token: string) => server.ask('{ viewer { id } }', {}, token);

describe('signing in', () => {
  test('gives a token that says who it is, for 15 minutes', async () => {
    const { data } = await trySignIn(server.url, '  Instructor@Example.COM ');
    expect(data.signIn!.viewer).toEqual({ id: 'instructor', name: 'Iris Lindqvist', role: 'INSTRUCTOR' });
    expect(await whoAmI(data.signIn!.accessToken)).toMatchObject({ data: { viewer: { id: 'instructor' } } });
    const { exp, iat } = jwt.decode(data.signIn!.accessToken) as { exp: number; iat: number };
    expect(exp - iat).toBe(15 * 60);
    expect(data.signIn!.expiresAt).toBe(new Date(exp * 1_000).toISOString());
  });

  test('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const { setCookie } = await signIn(server.url, 'candidate');
    expect(setCookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/graphql',
      'SameSite=Strict',
    ]);
    const overTls = await signIn(server.url, 'candidate', { 'x-forwarded-proto': 'https' });
    expect(overTls.setCookie).toContain('; Secure');
  });

  test('keeps no token and no password in the database', async () => {
    const { cookie } = await signIn(server.url, 'candidate');
    const rows = await server.sql('select row_to_json(s)::text as text from sessions s');
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
    const [user] = await server.sql<{ password_hash: string }>(
      `select password_hash from users where id = 'admin'`,
    );
    expect(user!.password_hash).toMatch(/^\$argon2id\$/);
  });

  test.each([
    ['a wrong password', 'candidate@example.com', 'Carillon'],
    ['an unknown address', 'nobody@example.com', 'carillon'],
    ['an empty password', 'candidate@example.com', ''],
    ['a text with NUL', 'candidate@example.com\0', 'carillon'],
    ['a password of 10,000 characters', 'candidate@example.com', 'x'.repeat(10_000)],
  ])('refuses %s, in the same words', async (_what, email, password) => {
    const { code, errors, headers } = await trySignIn(server.url, email, password);
    expect(code).toBe('UNAUTHENTICATED');
    expect(errors![0]!.message).toBe('Wrong e-mail or password');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('is for HTTP, where cookies travel', async () => {
    const socket = await Socket.open(server.url, candidate('casey'));
    const stream = socket.subscribe(
      'mutation { signIn(email: "candidate@example.com", password: "carillon") { accessToken } }',
    );
    await until(() => stream.isComplete);
    expect(stream.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('renewing', () => {
  test('gives another access token of the same session', async () => {
    const { token, cookie } = await signIn(server.url, 'candidate');
    const { data, headers } = await refresh(server.url, cookie);
    expect(data.refreshSession!.viewer.id).toBe('candidate');
    expect(headers.get('set-cookie')).toContain('HttpOnly');
    const sid = (text: string) => (jwt.decode(text) as { sid: string }).sid;
    expect(sid(data.refreshSession!.accessToken)).toBe(sid(token));
  });

  test.each([
    ['no cookie', undefined],
    ['an invented cookie', 'carillon_refresh=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['an empty cookie', 'carillon_refresh='],
  ])('refuses %s', async (_what, cookie) => {
    expect(await refresh(server.url, cookie)).toMatchObject({
      code: 'UNAUTHENTICATED',
      data: { refreshSession: null },
    });
  });

  test('refuses a session that has ended by itself', async () => {
    const { token, cookie } = await signIn(server.url, 'candidate');
    const { sid } = jwt.decode(token) as { sid: string };
    await server.sql(`update sessions set expires_at = now() - interval '1 second' where id = $1`, [sid]);
    expect((await refresh(server.url, cookie)).code).toBe('UNAUTHENTICATED');
  });
});

describe('signing out', () => {
  test('ends the refresh token, the access token and the sockets of this session, and of no other', async () => {
    const leaves = await signIn(server.url, 'candidate');
    const stays = await signIn(server.url, 'candidate');
    const [own, other] = [await follow(server, leaves.token), await follow(server, stays.token)];
    const { data, headers } = await signOut(server.url, leaves);
    expect(data).toEqual({ signOut: true });
    expect(headers.get('set-cookie')).toContain('carillon_refresh=; Max-Age=0');

    expect(await own.socket.closed).toEqual({ code: 4403, reason: 'Signed out' });
    expect((await refresh(server.url, leaves.cookie)).code).toBe('UNAUTHENTICATED');
    expect((await whoAmI(leaves.token)).code).toBe('UNAUTHENTICATED');
    const again = await Socket.connect(server.url);
    again.init(leaves.token);
    expect((await again.closed).code).toBe(4403);

    expect((await whoAmI(stays.token)).errors).toBeUndefined();
    expect((await refresh(server.url, stays.cookie)).errors).toBeUndefined();
    expect(other.socket.isOpen).toBe(true);
  });

  test('works by either token alone', async () => {
    const byToken = await signIn(server.url, 'candidate');
    await signOut(server.url, { token: byToken.token });
    expect((await refresh(server.url, byToken.cookie)).code).toBe('UNAUTHENTICATED');

    const byCookie = await signIn(server.url, 'candidate');
    await signOut(server.url, { cookie: byCookie.cookie });
    expect((await whoAmI(byCookie.token)).code).toBe('UNAUTHENTICATED');
  });

  test('needs nobody to be signed in, and harms nobody', async () => {
    const { token } = await signIn(server.url, 'candidate');
    expect((await signOut(server.url, {})).data).toEqual({ signOut: true });
    expect((await signOut(server.url, { cookie: 'carillon_refresh=x' })).data).toEqual({ signOut: true });
    expect((await whoAmI(token)).errors).toBeUndefined();
  });
});
