import { expect, test } from '@jest/globals';
import { MAX_TRIES, nextTry } from './next-try.ts';

const now = new Date('2026-03-01T12:00:00Z');
const waitOf = (attempt: number, retryAfter?: string) =>
  (nextTry(attempt, retryAfter, now).getTime() - now.getTime()) / 1_000;

test('ten tries in three days and a few hours', () => {
  const waits = Array.from({ length: MAX_TRIES - 1 }, (_, index) => waitOf(index + 1));
  expect(waits.slice(0, 3)).toEqual([5, 300, 1_800]);
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400;
  expect(days).toBeGreaterThan(3);
  expect(days).toBeLessThan(3.5);
});

test.each([
  ['60', 60],
  ['0', 5],
  ['Sun, 01 Mar 2026 13:00:00 GMT', 3_600],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 5],
  ['9999999', 86_400],
  ['99999999999999999999', 5],
  ['soon', 5],
  ['-60', 5],
  ['', 5],
])('whoever answers Retry-After %j is asked again after %d s', (retryAfter, seconds) =>
  expect(waitOf(1, retryAfter)).toBe(seconds),
);
