import { afterEach, describe, expect, it } from '@jest/globals';
import { fullMoment, momentWords } from './moment.ts';
import { dayHeading, relativeTime } from './relative-time.tsx';
import { readTimesIn, timeOf, wallOf } from './zone.ts';

afterEach(() => readTimesIn(undefined));

const at = Date.parse('2026-06-15T23:30:00Z');
const now = Date.parse('2026-06-16T09:00:00Z');

describe('in the reader’s zone', () => {
  it.each([
    ['UTC', '23:30 yesterday', 'Yesterday', 'Monday 15 June 2026 at 23:30 UTC'],
    ['Europe/Berlin', '01:30', 'Today', 'Tuesday 16 June 2026 at 01:30 CEST'],
    ['Asia/Tokyo', '08:30', 'Today', 'Tuesday 16 June 2026 at 08:30 GMT+9'],
    ['America/Los_Angeles', '16:30 yesterday', 'Yesterday', 'Monday 15 June 2026 at 16:30 GMT-7'],
  ])('%s, all tell the same day', (zone, moment, heading, full) => {
    readTimesIn(zone);
    expect(momentWords(at, now)).toBe(moment);
    expect(dayHeading(at, now)).toBe(heading);
    expect(fullMoment(at).replace(',', '')).toBe(full);
  });

  it('ages by the day as the headings do', () => {
    readTimesIn('UTC');
    for (let hours = 24; hours < 24 * 7; hours++) {
      const time = now - hours * 3_600_000;
      expect(relativeTime(time, now) === 'yesterday').toBe(dayHeading(time, now) === 'Yesterday');
    }
  });

  it('falls back on the browser’s where that zone is unknown', () => {
    readTimesIn('Mars/Olympus_Mons');
    expect(momentWords(at, at)).toMatch(/^\d\d:\d\d$/);
  });

  it.each([
    'UTC',
    'Europe/Berlin',
    'Asia/Kolkata',
    'America/St_Johns',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
  ])('goes from the wall to the time and back in %s, in every week of a year', (zone) => {
    readTimesIn(zone);
    for (let week = 0; week < 53; week++) {
      const time = Date.UTC(2026, 0, 1, 10, 20) + week * 7 * 24 * 3_600_000;
      expect(timeOf(wallOf(time))).toBe(time);
    }
  });

  it('makes up for what the clocks skip', () => {
    readTimesIn('Europe/Berlin');
    const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
    expect(new Date(timeOf(skipped)).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(wallOf(timeOf({ ...skipped, day: 32, hour: 8 }))).toMatchObject({ month: 4, day: 1, hour: 8 });
  });
});
