import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RowHeights } from './row-heights.ts';
import { MOST, rowAt, stretchAround, withGaps } from './stretch.ts';

const heightOf = () => 100;
const screen = { screen: 800, beyond: 800 };

describe('the stretch of rows that is drawn', () => {
  it('fills the screen, and as much above and below', () => {
    expect(stretchAround({ count: 1_000, heightOf, index: 500, top: 0, ...screen })).toEqual({
      first: 492,
      last: 515,
    });
  });

  it('ends where the list does', () => {
    expect(stretchAround({ count: 1_000, heightOf, index: 0, top: 200, ...screen })).toEqual({
      first: 0,
      last: 13,
    });
    expect(stretchAround({ count: 1_000, heightOf, index: 999, top: 700, ...screen }).last).toBe(999);
    expect(stretchAround({ count: 1, heightOf, index: 0, top: 0, ...screen })).toEqual({ first: 0, last: 0 });
  });

  it('is never more than can be drawn at once, however low the rows are, and has the one it began with', () => {
    const bounded = fc.record({
      heights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 400, size: 'max' }),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      top: fc.integer({ min: -400, max: 3_000 }),
    });
    fc.assert(
      fc.property(bounded, ({ heights, at, top }) => {
        const index = Math.floor(at * heights.length);
        const count = heights.length;
        const place = { count, heightOf: (row: number) => heights[row]!, index, top, screen: 2_000 };
        const { first, last } = stretchAround({ ...place, beyond: 2_000 });
        expect(last - first + 1).toBeLessThanOrEqual(MOST);
        expect(first).toBeLessThanOrEqual(index);
        expect(last).toBeGreaterThanOrEqual(index);
        expect([first >= 0, last < count]).toEqual([true, true]);
      }),
    );
  });
});

it('rows that are drawn and room for the others are as tall together as all of them', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ id: `n${index}` }));
  const heights = new RowHeights();
  rows.forEach(({ id }, index) => heights.measure(id, 50 + (index % 7) * 10));
  const sum = (from: number, to: number) => heights.sum(rows, from, to);
  const others = fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.nat(299), fc.nat(299), others, (one, two, beside) => {
      const stretch = { first: Math.min(one, two), last: Math.max(one, two) };
      const drawn = withGaps(stretch, [...new Set(beside)], rows.length, sum);
      expect(drawn.map(({ index }) => index)).toEqual(
        [...new Set(drawn.map(({ index }) => index))].sort((a, b) => a - b),
      );
      const total = drawn.reduce(
        (all, { index, gapBefore, gapAfter }) => all + gapBefore + gapAfter + heights.of(`n${index}`),
        0,
      );
      expect(total).toBe(sum(0, rows.length));
    }),
  );
});

it('finds the row at an offset', () => {
  expect([0, 99, 100, 950, 5_000, -10].map((offset) => rowAt(offset, 10, heightOf))).toEqual([
    0, 0, 1, 9, 9, 0,
  ]);
});

describe('heights of rows', () => {
  it('are those that were measured; others are thought to be like the first of them', () => {
    const heights = new RowHeights();
    const before = heights.of('unknown');
    for (let index = 0; index < 20; index++) heights.measure(`n${index}`, 60);
    for (let index = 20; index < 40; index++) heights.measure(`n${index}`, 200);
    expect([before, heights.of('n3'), heights.of('n30'), heights.of('unknown')]).toEqual([96, 60, 200, 60]);
  });

  it('are forgotten in another width, and not for one that is not laid out', () => {
    const heights = new RowHeights();
    heights.at(500);
    heights.measure('a', 70);
    heights.measure('a', 0);
    heights.at(500);
    expect(heights.of('a')).toBe(70);
    heights.at(320);
    expect(heights.of('a')).toBe(96);
  });
});
