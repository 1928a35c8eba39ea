import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { RateLimits } from '../../platform/broker/rate-limit.ts';
import { Secrets } from '../../platform/secrets.ts';
import { KnownDevices } from './known-devices.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { SlowLane, waitAfter } from './slow-lane.ts';

const outcomes: string[] = [];
const rateLimits = new RateLimits(undefined);
afterAll(() => rateLimits.close());

describe('what counts', () => {
  const limits = new SignInLimits(rateLimits, { tell: (outcome) => void outcomes.push(outcome) });
  const wrong = async () => undefined;
  const right = async () => 'somebody';
  let account: string;

  beforeEach(() => {
    account = randomUUID();
    outcomes.length = 0;
  });

  const code = (trying: Promise<unknown>) =>
    trying.then(
      () => undefined,
      (error: { extensions?: { code: string } }) => error.extensions?.code ?? 'thrown',
    );
  const at = (address: string, device?: string) => ({ account, address, device });

  test('is a wrong password, not a check that failed', async () => {
    const away = () => Promise.reject(new Error('the database is away'));
    for (let count = 0; count < 15; count++)
      expect(await code(limits.watch(at('192.0.2.1'), away))).toBe('thrown');
    expect(await limits.watch(at('192.0.2.1'), right)).toBe('somebody');
  });

  test('is counted before it is checked, so that many at once do not all pass', async () => {
    const codes = await Promise.all(
      Array.from({ length: 30 }, () => code(limits.watch(at('192.0.2.2'), wrong))),
    );
    expect(codes.filter((one) => one === 'RATE_LIMITED')).toHaveLength(20);
    const told = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect([told('limited'), told('wrong'), outcomes.length]).toEqual([20, 10, 30]);
  });

  test('of an IPv6 address is counted for its network', async () => {
    for (let count = 0; count < 10; count++)
      expect(await code(limits.watch(at(`2001:db8:0:1::${count}`), wrong))).toBeUndefined();
    expect(await code(limits.watch(at('2001:db8:0:1:ffff::1'), right))).toBe('RATE_LIMITED');
    expect(await limits.watch(at('2001:db8:0:2::1'), right)).toBe('somebody');
  });

  test('of a known device is counted apart from its address and its account', async () => {
    for (let count = 0; count < 12; count++) await code(limits.watch(at('192.0.2.3'), wrong));
    expect(await code(limits.watch(at('192.0.2.3'), right))).toBe('RATE_LIMITED');
    expect(await limits.watch(at('192.0.2.3', 'device'), right)).toBe('somebody');

    for (let count = 0; count < 10; count++) await limits.watch(at('192.0.2.4', 'device'), wrong);
    expect(await code(limits.watch(at('192.0.2.5', 'device'), right))).toBe('RATE_LIMITED');
    expect(await limits.watch(at('192.0.2.5', 'another'), right)).toBe('somebody');
  });
});

describe('the slow lane', () => {
  test('begins after twenty tries, gets slower, and never slower than 8 seconds', () => {
    const waits = [0, 1, 20, 21, 40, 41, 60, 61, 81, 101, 200, 1e6].map(waitAfter);
    expect(waits).toEqual([0, 0, 0, 500, 500, 1_000, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  });

  test('is as long for each account, and refuses who does not fit in', async () => {
    const lane = new SlowLane();
    const waiting = Array.from({ length: 8 }, () => lane.wait('one', 21));
    await expect(lane.wait('one', 21)).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryAfterMs: 500 },
    });
    await Promise.all([...waiting, lane.wait('another', 21), lane.wait('one', 20)]);
    await lane.wait('one', 21);
  });
});

describe('a known device', () => {
  const [now, then] = ['k'.repeat(40), 'f'.repeat(40)];
  const devices = new KnownDevices(new Secrets(now));
  const CASEY = 'casey@example.com';

  test('is known to the accounts that were used on it, eight at most, and to no other', () => {
    const accounts = Array.from({ length: 9 }, (_, index) => `user-${index}@example.com`);
    const cookie = accounts.reduce<string | undefined>(
      (kept, account) => devices.remember(kept, account),
      undefined,
    )!;
    const names = accounts.map((account) => devices.idOf(cookie, account));
    expect(names).toEqual([undefined, ...Array<string>(8).fill(cookie.split('.')[0]!)]);
    expect(devices.idOf(cookie, CASEY)).toBeUndefined();
    expect(cookie.length).toBeLessThan(250);
    expect(devices.remember(cookie, accounts[3]!).split('.')).toHaveLength(9);
  });

  test('has a name of its own', () => {
    expect(devices.remember(undefined, CASEY)).not.toBe(devices.remember(undefined, CASEY));
  });

  test.each<[string, (cookie: string) => string]>([
    ['cut', (cookie) => cookie.slice(0, -1)],
    ['without a seal', (cookie) => cookie.split('.')[0]!],
    ['with a name of its own', (cookie) => `${'A'.repeat(22)}.${cookie.split('.')[1]}`],
    ['with an invented seal', (cookie) => `${cookie.split('.')[0]}.${'A'.repeat(24)}`],
    ['far too long', (cookie) => cookie + `.${'A'.repeat(24)}`.repeat(500)],
    ['empty', () => ''],
    ['of something else', () => 'hello'],
    ['of another secret', () => new KnownDevices(new Secrets('o'.repeat(40))).remember(undefined, CASEY)],
  ])('is not one with a cookie that is %s', (_what, change) => {
    const cookie = change(devices.remember(undefined, CASEY));
    expect(devices.idOf(cookie, CASEY)).toBeUndefined();
    // And is one from then on.
    expect(devices.idOf(devices.remember(cookie, CASEY), CASEY)).toBeDefined();
  });

  test('stays known while the secret is changed', () => {
    const cookie = new KnownDevices(new Secrets(then)).remember(undefined, CASEY);
    const changing = new KnownDevices(new Secrets(now, then));
    expect(changing.idOf(cookie, CASEY)).toBeDefined();
    const renewed = changing.remember(cookie, CASEY);
    expect(devices.idOf(renewed, CASEY)).toBe(cookie.split('.')[0]);
  });
});
