import { describe, expect, it } from '@jest/globals';
import { momentWords } from './moment.ts';

const now = new Date(2026, 5, 15, 9, 0).getTime();

describe('a moment', () => {
  it.each([
    [new Date(2026, 5, 15, 14, 3), '14:03'],
    [new Date(2026, 5, 15, 0, 0), '00:00'],
    [new Date(2026, 5, 16, 8, 0), '08:00 tomorrow'],
    [new Date(2026, 5, 14, 23, 59), '23:59 yesterday'],
    [new Date(2026, 5, 19, 8, 0), '08:00 on Friday'],
    [new Date(2026, 5, 22, 8, 0), '08:00 on 22 Jun'],
    [new Date(2026, 5, 10, 8, 0), '08:00 on 10 Jun'],
  ])('%s is said as %s', (time, words) => {
    expect(momentWords(time.getTime(), now)).toBe(words);
  });
});
