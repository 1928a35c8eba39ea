import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { Issuer, signingKey } from '../../../test/support/issuers/issuer.ts';
import { KeysAway, RemoteKeys } from './remote-keys.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let issuer: Issuer;
let keys: RemoteKeys;
let now: number;
let troubles: string[];

beforeEach(async () => {
  issuer = await Issuer.up();
  now = 0;
  troubles = [];
  keys = new RemoteKeys(
    async () => issuer.jwks,
    (error) => troubles.push((error as Error).message),
    () => now,
  );
});

afterEach(() => issuer.down());

const opens = async (token: string) => {
  try {
    const payload = await keys.open(token, ['ES256', 'RS256', 'EdDSA']);
    return payload && 'opened';
  } catch (error) {
    if (error instanceof KeysAway) return 'away';
    throw error;
  }
};
const token = (key = issuer.key) => issuer.sign({ sub: 'casey' }, { key });

describe('the keys of an issuer', () => {
  test('are read once for many tokens at once, and again after ten minutes', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, async () => opens(await token())));
    expect(new Set(many)).toEqual(new Set(['opened']));
    expect(issuer.asked).toBe(1);
    now += 9 * MINUTE;
    expect(await opens(await token())).toBe('opened');
    expect(issuer.asked).toBe(1);
    now += 2 * MINUTE;
    expect(await opens(await token())).toBe('opened');
    expect(issuer.asked).toBe(2);
  });

  test('that were taken back are of no use once they are read again', async () => {
    const old = await token();
    expect(await opens(old)).toBe('opened');
    issuer.published = [await signingKey('second')];
    now += 11 * MINUTE;
    expect(await opens(old)).toBeUndefined();
  });

  test('are read again for one that nobody knows yet, but not more often than each 30 seconds', async () => {
    expect(await opens(await token())).toBe('opened');
    const second = await signingKey('second');
    issuer.published = [issuer.key, second];
    expect(await opens(await token(second))).toBeUndefined();
    now += MINUTE;
    expect(await opens(await token(second))).toBe('opened');
    const stranger = await signingKey('third');
    for (let count = 0; count < 20; count++) expect(await opens(await token(stranger))).toBeUndefined();
    expect(issuer.asked).toBe(2);
  });

  test('need no name, whether there is one, several, or another one in its place', async () => {
    const nameless = async (key = issuer.key) => {
      const made = await issuer.sign({ sub: 'casey' }, { key, kid: undefined });
      expect(decodeProtectedHeader(made).kid).toBeUndefined();
      return made;
    };
    expect(await opens(await nameless())).toBe('opened');
    const others = await Promise.all(['a', 'b', 'c'].map((kid) => signingKey(kid)));
    issuer.published = others;
    now += MINUTE;
    expect(await opens(await nameless(others[2]))).toBe('opened');
    expect(await opens(await nameless())).toBeUndefined();
  });

  test('are tried by the ten, where none has a name', async () => {
    const crowd = await Promise.all(Array.from({ length: 11 }, (_, index) => signingKey(String(index))));
    issuer.published = crowd;
    const by = (key = crowd[0]) => issuer.sign({ sub: 'casey' }, { key, kid: undefined });
    expect(await opens(await by(crowd[9]))).toBe('opened');
    expect(await opens(await by(crowd[10]))).toBeUndefined();
  });

  test('are used for a day while no others can be had, and nobody waits long for that', async () => {
    const made = await token();
    expect(await opens(made)).toBe('opened');
    await issuer.down();
    now += DAY - MINUTE;
    expect(await opens(made)).toBe('opened');
    expect(troubles).toHaveLength(1);
    expect(await opens(made)).toBe('opened');
    expect(troubles).toHaveLength(1); // not asked again within 30 seconds
    expect(await opens(await token(await signingKey('second')))).toBe('away');
    now += 2 * MINUTE;
    expect(await opens(made)).toBe('away');
    await issuer.up();
    now += MINUTE;
    expect(await opens(made)).toBe('opened');
  });

  test('that were never there are asked for every five seconds, however many tokens come', async () => {
    issuer.answer = (response) => response.writeHead(503).end();
    const made = await token();
    for (let count = 0; count < 20; count++) expect(await opens(made)).toBe('away');
    expect(issuer.asked).toBe(1);
    issuer.answer = undefined;
    now += 6_000;
    expect(await opens(made)).toBe('opened');
  });

  test.each<[string, NonNullable<Issuer['answer']>, RegExp]>([
    [
      'huge',
      (response) => response.end(JSON.stringify({ keys: [], more: 'x'.repeat(200_000) })),
      /longer than/,
    ],
    ['without an end', (response) => trickle(response, 'x'.repeat(10_000), 1), /longer than/],
    ['no JSON', (response) => response.end('<html>'), /JSON/],
    ['no keys', (response) => response.end('{"keys":"none"}'), /malformed/],
    ['an error', (response) => response.writeHead(500).end('{"keys":[]}'), /answers 500/],
    ['elsewhere', (response) => response.writeHead(302, { location: issuer.jwks }).end(), /answers 302/],
  ])('are away where the answer is %s', async (_what, answer, why) => {
    issuer.answer = answer;
    expect(await opens(await token())).toBe('away');
    expect(troubles).toEqual([expect.stringMatching(why)]);
  });

  test('are away where the answer comes too slowly, after five seconds', async () => {
    issuer.answer = (response) => trickle(response, ' ', 100);
    const began = performance.now();
    expect(await opens(await token())).toBe('away');
    expect(performance.now() - began).toBeGreaterThan(4_900);
    expect(troubles).toEqual([expect.stringMatching(/timeout/)]);
  });

  test('are not asked for where others can read and change them on the way', async () => {
    keys = new RemoteKeys(
      async () => 'http://login.example/keys',
      (error) => troubles.push((error as Error).message),
    );
    expect(await opens(await token())).toBe('away');
    expect(troubles).toEqual(['The address is not https']);
  });
});

function trickle(
  response: Parameters<NonNullable<Issuer['answer']>>[0],
  text: string,
  everyMs: number,
): void {
  const timer = setInterval(() => response.write(text), everyMs);
  response.once('close', () => clearInterval(timer));
}
