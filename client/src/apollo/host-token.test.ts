import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { HostToken } from './host-token.ts';

afterEach(() => void jest.useRealTimers());

/** As JavaScript may give it. */
const tokenOf = (getToken: () => unknown) => new HostToken(getToken as () => string);

describe('the token of a host', () => {
  it.each([
    ['nothing', () => undefined],
    ['null', () => null],
    ['an empty text', () => ''],
    ['blanks', () => ' \n'],
    ['an object', () => ({ token: 'x' })],
    ['what no header carries', () => 'x\r\ny: z'],
    ['letters of another script', () => 'عربي'],
    ['a promise of nothing', () => Promise.resolve()],
  ])('that is %s is none', async (_, getToken) => {
    await expect(tokenOf(getToken).fresh()).rejects.toThrow('getToken() gave no token');
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('Signed out');
      },
    ],
    ['rejects', () => Promise.reject(new Error('Signed out'))],
  ])('of one that %s is asked for again the next time', async (_, refuse) => {
    const answers: (() => unknown)[] = [refuse, () => 'token\n'];
    const token = tokenOf(() => answers.shift()!());
    await expect(token.fresh()).rejects.toThrow('Signed out');
    expect(await token.fresh()).toBe('token');
  });

  it('of one that never answers is given up, and asked for again the next time', async () => {
    jest.useFakeTimers();
    let asked = 0;
    const token = tokenOf(() => (asked++ === 0 ? new Promise(() => undefined) : 'token'));
    const both = Promise.allSettled([token.fresh(), token.fresh()]);
    await jest.advanceTimersByTimeAsync(30_000);
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await token.fresh()).toBe('token');
    expect(asked).toBe(2);
  });
});
