import { describe, expect, it } from '@jest/globals';
import { dayHeading, relativeTime } from './relative-time.tsx';

const now = new Date(2026, 5, 15, 9, 0).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the age of a notification', () => {
  it.each([
    [0, 'just now'],
    [-5_000, 'just now'],
    [5 * MINUTE, /^5 min/],
    [3 * HOUR, /^3 hr/],
    [26 * HOUR, 'yesterday'],
    [20 * 24 * HOUR, '26 May'],
    [400 * 24 * HOUR, '11 May 2025'],
  ])('%d ms is said as %s', (age, words) => {
    expect(relativeTime(now - age, now)).toMatch(words);
  });

  it('has a day for its heading', () => {
    expect(dayHeading(now - HOUR, now)).toBe('Today');
    expect(dayHeading(now - 10 * HOUR, now)).toBe('Yesterday');
    expect(dayHeading(now - 3 * 24 * HOUR, now)).toBe('Friday 12 June');
  });
});
