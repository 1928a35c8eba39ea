import { describe, expect, it } from '@jest/globals';
import { chosenTime, inOneHour, nextMorning } from './do-not-disturb-times.ts';
import { toInput } from '../../ui/words/wall-input.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();
const now = at(2026, 5, 15, 14, 30);

describe('the next morning', () => {
  it.each([
    ['in the afternoon', at(2026, 5, 15, 14, 30), new Date(2026, 5, 16, 8)],
    ['early in the morning', at(2026, 5, 15, 6, 0), new Date(2026, 5, 16, 8)],
    ['deep in the night', at(2026, 5, 15, 2, 0), new Date(2026, 5, 15, 8)],
    ['on the last day of a year', at(2026, 11, 31, 22, 0), new Date(2027, 0, 1, 8)],
    ['before the clocks go forward', at(2026, 2, 28, 22, 0), new Date(2026, 2, 29, 8)],
  ])('%s', (_, time, morning) => {
    expect(nextMorning(time)).toEqual(morning);
  });
});

describe('a chosen time', () => {
  it.each([
    ['', 'Please choose a day and a time'],
    ['2026-06-15T14:30', 'That is over already: please choose a later time'],
    ['2026-06-22T14:31', 'At most 7 days ahead, please'],
    ['2026-06-15T18:00', new Date(2026, 5, 15, 18)],
    ['2026-06-22T14:30', new Date(2026, 5, 22, 14, 30)],
  ])('%j', (input, result) => expect(chosenTime(input, now)).toEqual(result));

  it('is what the input takes', () => {
    expect(toInput(new Date(2026, 0, 5, 7, 4))).toBe('2026-01-05T07:04');
    expect(inOneHour(now).getTime() - now).toBe(3_600_000);
  });
});
