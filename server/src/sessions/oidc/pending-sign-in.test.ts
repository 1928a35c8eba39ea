import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Secrets } from '../../platform/secrets.ts';
import { PendingSignIns } from './pending-sign-in.ts';

const MINUTE = 60_000;
const BEGUN = { state: 's', nonce: 'n', verifier: 'v', next: '/notifications' };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const of = (secret: string, former?: string) => new PendingSignIns(new Secrets(secret, former));

test('a sign-in that was begun may be ended for ten minutes', () => {
  const cookie = of('one').write(BEGUN);
  expect(of('one').read(cookie)).toMatchObject(BEGUN);
  jest.advanceTimersByTime(10 * MINUTE - 1);
  expect(of('one').read(cookie)).toMatchObject(BEGUN);
  jest.advanceTimersByTime(1);
  expect(of('one').read(cookie)).toBeUndefined();
});

test('also while the secret is changed, and where nobody else has written it', () => {
  const cookie = of('one').write(BEGUN);
  expect(of('two', 'one').read(cookie)).toMatchObject(BEGUN);
  expect(of('two').read(cookie)).toBeUndefined();
  const [text, seal] = cookie.split('.') as [string, string];
  const longer = Buffer.from(JSON.stringify({ ...BEGUN, until: Date.now() + 60 * MINUTE })).toString(
    'base64url',
  );
  for (const forged of [
    '',
    '.',
    text,
    `${text}.`,
    `.${seal}`,
    `${longer}.${seal}`,
    `${text}.${seal.slice(2)}`,
  ])
    expect(of('one').read(forged)).toBeUndefined();
});
