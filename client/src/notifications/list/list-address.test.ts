import { afterEach, describe, expect, it } from '@jest/globals';
import { readTimesIn } from '../../ui/words/zone.ts';
import { dayBefore, narrowingOf } from './list-address.ts';

afterEach(() => readTimesIn(undefined));

const sinceOf = (text: string) => narrowingOf(new URLSearchParams({ since: text })).since;

describe('a list’s address says since when', () => {
  it.each([
    ['UTC', '2026-06-16T00:00:00.000Z'],
    ['Europe/Berlin', '2026-06-15T22:00:00.000Z'],
    ['Asia/Tokyo', '2026-06-15T15:00:00.000Z'],
    ['America/Los_Angeles', '2026-06-16T07:00:00.000Z'],
  ])('by a day, which begins by the reader’s clock: %s', (zone, begins) => {
    readTimesIn(zone);
    expect(sinceOf('2026-06-16')).toBe(begins);
  });

  it.each(['2026-06-16T10:00:00Z', '2026-06-16T12:00+02:00', '2026-06-16t03:00:00.000-07:00'])(
    'by a moment, which is the same everywhere: %s',
    (text) => {
      readTimesIn('Asia/Tokyo');
      expect(sinceOf(text)).toBe('2026-06-16T10:00:00.000Z');
    },
  );

  it.each([
    '',
    '5',
    '275000',
    'yesterday',
    'June 16, 2026',
    '2026-06-31',
    '2026-02-30T10:00:00Z',
    '2026-13-01',
    '2026-00-10',
    '0050-01-01',
    '2026-06-16T10:00',
    '2026-06-16T25:00:00Z',
    '+012026-06-16',
  ])('and by nothing else: “%s”', (text) => {
    expect(sinceOf(text)).toBeUndefined();
  });
});

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
