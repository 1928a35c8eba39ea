import { describe, expect, it } from '@jest/globals';
import {
  arrive,
  endSum,
  leave,
  MAX_SINGLE,
  NOBODY,
  standing,
  sumWords,
  WINDOW,
  type Crowd,
} from './crowd.ts';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `n${from + index}`);
const SECOND = 1_000;

describe('a crowd of arrivals', () => {
  it('is told one by one as long as it is small', () => {
    let crowd = arrive(NOBODY, ['a'], 0);
    crowd = arrive(crowd, ['b', 'c'], SECOND);
    expect(standing(crowd)).toEqual(['a', 'b', 'c']);
    expect(sumWords(crowd, SECOND)).toBeNull();
  });

  it('is one number beyond that, over time as well as at once', () => {
    let crowd = NOBODY;
    for (const [index, id] of ids(25).entries()) crowd = arrive(crowd, [id], index * 120);
    expect(standing(crowd)).toEqual(['n0', 'n1', 'n2']);
    expect(sumWords(crowd, 3 * SECOND)).toBe('22 more new notifications');
    expect(sumWords(arrive(NOBODY, ids(25), 0), 0)).toBe('25 new notifications');
    expect(standing(arrive(NOBODY, ids(25), 0))).toEqual([]);
  });

  it('counts those that went again until the window is over', () => {
    let crowd = leave(arrive(NOBODY, ids(3), 0), ids(3));
    crowd = arrive(crowd, ['d'], WINDOW - 1);
    expect(standing(crowd)).toEqual([]);
    expect(sumWords(crowd, WINDOW - 1)).toBe('1 new notification');
    crowd = arrive(endSum(crowd, WINDOW, false), ['e'], WINDOW);
    expect(standing(crowd)).toEqual(['e']);
  });

  it('has no more than three standing, however long they stand', () => {
    const crowd = arrive(arrive(NOBODY, ids(3), 0), ['late'], 100 * WINDOW);
    expect(standing(crowd)).toEqual(ids(3));
    expect(sumWords(crowd, 100 * WINDOW)).toBe('1 more new notification');
  });

  it('is one number when it came while the reader was away, however small it is', () => {
    const crowd = arrive(NOBODY, ids(2), 0, true);
    expect(sumWords(crowd, 0)).toBe('2 new while you were away');
    expect(sumWords(arrive(crowd, ['live'], SECOND), SECOND)).toBe('3 new notifications');
  });

  it('loses what is dealt with elsewhere, and ends when that was all', () => {
    let crowd = arrive(NOBODY, ids(5), 0);
    crowd = leave(crowd, ['n1', 'n3']);
    expect(sumWords(crowd, 0)).toBe('3 new notifications');
    expect(sumWords(leave(crowd, ids(5)), 0)).toBeNull();
  });

  it('does not come back at once when the reader sent it away, and is whole when it does', () => {
    let crowd = endSum(arrive(NOBODY, ids(5), 0), SECOND, true);
    crowd = arrive(crowd, ['a', 'b'], 2 * SECOND);
    expect([standing(crowd), sumWords(crowd, 2 * SECOND)]).toEqual([[], null]);
    crowd = arrive(crowd, ['c'], SECOND + WINDOW);
    expect(sumWords(crowd, SECOND + WINDOW)).toBe('3 new notifications');
  });
});

/** Mulberry32: the same sequence for the same seed. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it.each(Array.from({ length: 40 }, (_, seed) => seed))('holds in any sequence (seed %i)', (seed) => {
  const next = random(seed);
  const oneOf = <T>(of: readonly T[]) => of[Math.floor(next() * of.length)];
  let crowd: Crowd = NOBODY;
  let now = 0;
  let made = 0;
  const toldAt: number[] = [];
  const settled = new Set<string>();
  for (let step = 0; step < 300; step++) {
    now += Math.floor(next() ** 4 * 20_000);
    const before = new Set(crowd.singles.map(({ id }) => id));
    const act = next();
    if (act < 0.7) {
      const fresh = ids(Math.floor(next() ** 3 * 9) + 1, made);
      made += fresh.length;
      const isReplay = next() < 0.1;
      crowd = arrive(crowd, fresh, now, isReplay);
      const single = crowd.singles.filter(({ id }) => !before.has(id));
      toldAt.push(...single.map(({ at }) => at));
      // Nobody is left out, nobody is told twice.
      for (const id of fresh)
        expect([...standing(crowd), ...crowd.summed].filter((one) => one === id)).toEqual([id]);
      if (isReplay) expect(single).toEqual([]);
    } else if (act < 0.85) {
      const gone = oneOf([...standing(crowd), ...crowd.summed]);
      if (gone) {
        settled.add(gone);
        crowd = leave(crowd, [gone]);
      }
    } else crowd = endSum(crowd, now, next() < 0.5);
    expect(standing(crowd).length).toBeLessThanOrEqual(MAX_SINGLE);
    expect(toldAt.filter((at) => at > now - WINDOW).length).toBeLessThanOrEqual(MAX_SINGLE);
    expect([...standing(crowd), ...crowd.summed].filter((id) => settled.has(id))).toEqual([]);
    const words = sumWords(crowd, now);
    if (words) expect(parseInt(words)).toBe(crowd.summed.length);
  }
});
