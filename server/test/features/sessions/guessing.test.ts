import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { redisUrl, startServer, withRedis, type TestServer } from '../../support/server.ts';
import { signIn, signOut, trySignIn } from '../../support/sign-in.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true', TRUST_PROXY: 'true' });
});

afterAll(() => server.close());

describe('too many tries', () => {
  test('on an account from an address end with the tenth, for that account and address alone', async () => {
    const from = { 'x-forwarded-for': '192.0.2.1' };
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => trySignIn(server.url, 'candidate2@example.com', 'guess', from)),
    );
    expect(tries.map(({ code }) => code)).toEqual(Array(10).fill('UNAUTHENTICATED'));
    const { code, errors } = await trySignIn(server.url, 'Candidate2@example.com', 'carillon', from);
    expect(code).toBe('RATE_LIMITED');
    expect(errors![0]!.extensions.retryAfterMs).toBeGreaterThan(0);
    expect(errors![0]!.extensions.retryAfterMs).toBeLessThanOrEqual(15 * 60 * 1_000);

    await signIn(server.url, 'candidate2', { 'x-forwarded-for': '192.0.2.2' });
    await signIn(server.url, 'candidate', from);
  });

  test('are counted by wrong ones only', async () => {
    const from = { 'x-forwarded-for': '192.0.2.3' };
    for (let count = 0; count < 12; count++) await signIn(server.url, 'admin', from);
  });

  test('are counted by all replicas together', async () => {
    const replicas = [await startServer(withRedis()), await startServer(withRedis())];
    try {
      const email = `${randomUUID()}@example.com`;
      const tries = await Promise.all(
        Array.from({ length: 10 }, (_, index) => trySignIn(replicas[index % 2]!.url, email, 'guess')),
      );
      expect(tries.map(({ code }) => code)).toEqual(Array(10).fill('UNAUTHENTICATED'));
      for (const { url } of replicas)
        expect((await trySignIn(url, email, 'guess')).code).toBe('RATE_LIMITED');
    } finally {
      await Promise.all(replicas.map((replica) => replica.close()));
    }
  });
});

describe('strangers who guess', () => {
  const EMAIL = 'instructor2@example.com';
  const NOBODY = `${randomUUID()}@example.com`;
  const RIGHT = 'carillon';
  const from = (address: string, cookie?: string) => ({
    'x-forwarded-for': address,
    ...(cookie && { cookie }),
  });
  /** The key under which replicas share how many wrong passwords an account has had. */
  const tallyOf = (account: string) =>
    `carillon:sign-in:account:${createHash('sha256').update(account).digest('base64url')}`;

  test('from 200 addresses lock nobody out, and learn nothing', async () => {
    const { device } = await signIn(server.url, 'instructor2', from('198.51.100.1'));
    const guesses = Array.from({ length: 200 }, (_, index) =>
      trySignIn(server.url, EMAIL, `guess ${index}`, from(`203.0.113.${index}`)),
    );
    const known = await trySignIn(server.url, EMAIL, RIGHT, from('198.51.100.2', device));
    expect(known.errors).toBeUndefined();

    for (const { code, errors } of await Promise.all(guesses)) {
      expect(['UNAUTHENTICATED', 'RATE_LIMITED']).toContain(code);
      if (code === 'RATE_LIMITED') expect(errors![0]!.extensions.retryAfterMs).toBeGreaterThan(0);
    }
    const stranger = await trySignIn(server.url, EMAIL, RIGHT, from('198.51.100.3'));
    expect(stranger.errors).toBeUndefined();
  });

  test('make other strangers wait, not a known device, and not another account', async () => {
    const own = await startServer({ DEMO: 'true', TRUST_PROXY: 'true', ...withRedis() });
    const redis = new Redis(redisUrl());
    try {
      const { device } = await signIn(own.url, 'instructor2');
      for (const account of [EMAIL, NOBODY]) await redis.set(tallyOf(account), 500, 'EX', 900);
      const began = performance.now();
      const stranger = trySignIn(own.url, EMAIL, RIGHT, from('198.51.100.4'));
      // An account that is not there is treated like one that is.
      const nobody = trySignIn(own.url, NOBODY, RIGHT, from('198.51.100.5'));
      const order: string[] = [];
      for (const [who, trying] of Object.entries({ stranger, nobody }))
        void trying.then(() => order.push(who));
      const atOnce = [
        trySignIn(own.url, EMAIL, RIGHT, from('198.51.100.4', device)),
        trySignIn(own.url, 'instructor@example.com', RIGHT, from('198.51.100.4')),
      ];
      for (const { errors } of await Promise.all(atOnce)) expect(errors).toBeUndefined();
      expect(order).toEqual([]);

      expect((await stranger).errors).toBeUndefined();
      expect((await nobody).code).toBe('UNAUTHENTICATED');
      expect(performance.now() - began).toBeGreaterThan(7_900);
    } finally {
      await redis.del(tallyOf(EMAIL), tallyOf(NOBODY));
      redis.disconnect();
      await own.close();
    }
  });

  test('from the very address of the owner do not keep a known device out', async () => {
    const here = '198.51.100.9';
    const { device } = await signIn(server.url, 'instructor', from(here));
    const guess = (email: string) => trySignIn(server.url, email, 'guess', from(here));
    for (let round = 0; round < 5; round++)
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => guess(`nobody-${round}-${index}@example.com`)),
      );
    expect((await guess('instructor@example.com')).code).toBe('RATE_LIMITED');

    const owner = (cookie?: string) =>
      trySignIn(server.url, 'instructor@example.com', RIGHT, from(here, cookie));
    expect((await owner(device)).errors).toBeUndefined();
    expect((await owner()).code).toBe('RATE_LIMITED');
  });

  test('do not fill the line of known devices, whatever account is theirs', async () => {
    const { device } = await signIn(server.url, 'instructor', from('198.51.100.10'));
    const devices = [];
    for (let index = 0; index < 12; index++)
      devices.push((await signIn(server.url, 'candidate2', from(`198.51.100.${11 + index}`))).device);
    const flood = devices.flatMap((own) =>
      Array.from({ length: 10 }, () =>
        trySignIn(server.url, 'candidate2@example.com', RIGHT, from('198.51.100.11', own)),
      ),
    );
    const owners = Array.from({ length: 5 }, () =>
      trySignIn(server.url, 'instructor@example.com', RIGHT, from('198.51.100.10', device)),
    );
    for (const { errors } of await Promise.all(owners)) expect(errors).toBeUndefined();
    const codes = (await Promise.all(flood)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set([undefined, 'RATE_LIMITED']));
  });

  test('have no use of the cookie of another account, nor has the owner of a forged one', async () => {
    const { device } = await signIn(server.url, 'candidate');
    const email = `${randomUUID()}@example.com`;
    const forged = `carillon_device=${'A'.repeat(22)}.${'A'.repeat(24)}`;
    for (const cookie of [device, forged])
      for (let count = 0; count < 5; count++)
        expect((await trySignIn(server.url, email, 'guess', from('198.51.100.6', cookie))).code).toBe(
          'UNAUTHENTICATED',
        );
    expect((await trySignIn(server.url, email, 'guess', from('198.51.100.6', device))).code).toBe(
      'RATE_LIMITED',
    );
  });
});

describe('a known device', () => {
  test('is known by a cookie that scripts cannot read, and that names nobody', async () => {
    const { setDevice, device } = await signIn(server.url, 'candidate');
    expect(setDevice.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=34560000',
      'Path=/graphql',
      'SameSite=Strict',
    ]);
    expect(device).toMatch(/^carillon_device=[\w-]{22}\.[\w-]{24}$/);
    const overTls = await signIn(server.url, 'candidate', { 'x-forwarded-proto': 'https' });
    expect(overTls.setDevice).toContain('; Secure');
  });

  test('is so after signing out, and for all who signed in there', async () => {
    const first = await signIn(server.url, 'candidate');
    const { headers } = await signOut(server.url, { ...first, cookie: `${first.cookie}; ${first.device}` });
    expect(headers.getSetCookie().filter((header) => header.startsWith('carillon_device'))).toEqual([]);
    const second = await signIn(server.url, 'instructor', { cookie: first.device });
    const [name, ...seals] = second.device.split('.');
    expect(first.device.split('.')[0]).toBe(name);
    expect(seals).toHaveLength(2);
    expect(seals[1]).toBe(first.device.split('.')[1]);
  });

  test('has ten tries of its own', async () => {
    const { device } = await signIn(server.url, 'admin');
    const guess = (password: string, place: number) =>
      trySignIn(server.url, 'admin@example.com', password, {
        cookie: device,
        'x-forwarded-for': `192.0.2.${place}`,
      });
    for (let place = 101; place <= 110; place++)
      expect((await guess('guess', place)).code).toBe('UNAUTHENTICATED');
    expect((await guess('carillon', 111)).code).toBe('RATE_LIMITED');
    await signIn(server.url, 'admin', { 'x-forwarded-for': '192.0.2.251' });
  });
});
