import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { BoundedLog } from './bounded-log.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function logWith() {
  const lines: [string, string, object][] = [];
  const log = new BoundedLog({
    info: (details, words) => lines.push(['info', words, details]),
    warn: (details, words) => lines.push(['warn', words, details]),
  });
  return { log, lines };
}

test('of a kind of event 20 lines a minute are written, and then how many there were besides', () => {
  const { log, lines } = logWith();
  for (let count = 1; count <= 50; count++) log.info({ count }, 'guessed');
  log.warn({}, 'refused');
  expect(lines).toHaveLength(21);
  expect(lines.at(-2)).toEqual(['info', 'guessed', { count: 20 }]);
  expect(lines.at(-1)).toEqual(['warn', 'refused', {}]);

  jest.advanceTimersByTime(60_000);
  expect(lines.slice(21)).toEqual([['info', 'guessed, more often than is written here', { leftOut: 30 }]]);

  log.info({ count: 51 }, 'guessed');
  expect(lines.at(-1)).toEqual(['info', 'guessed', { count: 51 }]);
  jest.advanceTimersByTime(120_000);
  expect(lines).toHaveLength(23);
  expect(jest.getTimerCount()).toBe(0);
});
