import { afterEach, describe, expect, it } from '@jest/globals';
import { readTimesIn } from '../../ui/words/zone.ts';
import { chosenSnooze, latestSnooze, snoozeChoices } from './snooze-times.ts';

afterEach(() => readTimesIn(undefined));

const choices = (now: string) =>
  snoozeChoices(Date.parse(now)).map(({ label, at }) => `${label}: ${at.toISOString().slice(0, 16)}`);

describe('when something can come back', () => {
  it.each([
    // A Wednesday.
    [
      '2026-06-17T07:30:00Z',
      ['Later today: 2026-06-17T18:00', 'Tomorrow: 2026-06-18T08:00', 'Next week: 2026-06-22T08:00'],
    ],
    [
      '2026-06-17T15:10:00Z',
      ['Later today: 2026-06-17T18:10', 'Tomorrow: 2026-06-18T08:00', 'Next week: 2026-06-22T08:00'],
    ],
    [
      '2026-06-17T22:00:00Z',
      ['In 3 hours: 2026-06-18T01:00', 'Tomorrow: 2026-06-18T08:00', 'Next week: 2026-06-22T08:00'],
    ],
    // A Monday, and a Sunday, on which tomorrow is next week.
    [
      '2026-06-22T06:00:00Z',
      ['Later today: 2026-06-22T18:00', 'Tomorrow: 2026-06-23T08:00', 'Next week: 2026-06-29T08:00'],
    ],
    ['2026-06-21T06:00:00Z', ['Later today: 2026-06-21T18:00', 'Tomorrow: 2026-06-22T08:00']],
    [
      '2026-12-31T06:00:00Z',
      ['Later today: 2026-12-31T18:00', 'Tomorrow: 2027-01-01T08:00', 'Next week: 2027-01-04T08:00'],
    ],
  ])('is told by the clock of its reader, at %s', (now, told) => {
    readTimesIn('UTC');
    expect(choices(now)).toEqual(told);
  });

  it('goes by their zone, where it may be another day, and by the clocks as they are then', () => {
    readTimesIn('America/Los_Angeles');
    // Still the Saturday before the clocks go forward there.
    expect(choices('2026-03-08T03:00:00Z')).toEqual([
      'Later today: 2026-03-08T06:00',
      'Tomorrow: 2026-03-08T15:00',
      'Next week: 2026-03-09T15:00',
    ]);
  });
});

describe('a time of their own', () => {
  const now = Date.parse('2026-06-17T07:30:00Z');

  it('is read in their zone', () => {
    readTimesIn('Asia/Kolkata');
    expect(chosenSnooze('2026-06-17T13:01', now)).toEqual(new Date('2026-06-17T07:31:00Z'));
  });

  it.each([
    ['', 'Please choose a day and a time'],
    ['2026-06-17T07:30', 'That is over already: please choose a later time'],
    ['2027-06-17T07:31', 'At most a year ahead, please'],
  ])('is refused in words: %j', (input, words) => {
    readTimesIn('UTC');
    expect(chosenSnooze(input, now)).toBe(words);
  });

  it('may be a year ahead', () => {
    readTimesIn('UTC');
    expect(chosenSnooze('2027-06-17T07:30', now)).toEqual(latestSnooze(now));
  });
});
