import { describe, expect, it } from '@jest/globals';
import type { Counts } from './counts.ts';
import { unreadByCategory, unreadIn } from './unread-in.ts';

const of = (category: string, unread: number, isRest = false) => ({ category, unread, isRest });
const countsOf = (...categories: ReturnType<typeof of>[]): Counts => ({
  ...{ epoch: 'a', seq: 9, unread: 7, unseen: 0 },
  categories,
});

describe('how many are unread in a list', () => {
  it.each([
    ['is all of them where it is not narrowed', {}, 7],
    ['is those of its category', { category: 'other' }, 2],
    ['is none of a category that has none', { category: 'constructor' }, 0],
    [
      'is known to nobody where it is narrowed to something else',
      { category: 'other', search: 'a' },
      undefined,
    ],
  ])('%s', (_, narrowing, expected) => {
    expect(unreadIn(countsOf(of('other', 2), of('a', 1)), narrowing)).toBe(expected);
  });

  it('is unknown of a category that may be in the rest, and before the server has answered', () => {
    const counts = countsOf(of('a', 1), of('other', 6, true));
    expect(unreadIn(counts, { category: 'a' })).toBe(1);
    expect(unreadIn(counts, { category: 'other' })).toBeUndefined();
    expect(unreadIn(undefined, {})).toBeUndefined();
    expect([...unreadByCategory(counts)]).toEqual([['a', 1]]);
  });
});
