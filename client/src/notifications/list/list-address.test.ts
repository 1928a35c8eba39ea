import { describe, expect, it } from '@jest/globals';
import { dayBefore } from './list-address.ts';

describe('a day before', () => {
  it.each([
    [new Date(2026, 2, 1, 0, 0), 0, '2026-03-01'],
    [new Date(2026, 2, 1, 23, 59), 1, '2026-02-28'],
    // Over the days on which clocks change, and a year.
    [new Date(2026, 10, 2, 0, 30), 29, '2026-10-04'],
    [new Date(2026, 0, 5, 12), 29, '2025-12-07'],
  ])('%s by %i days is %s', (moment, days, day) => {
    expect(dayBefore(moment, days)).toBe(day);
  });
});
