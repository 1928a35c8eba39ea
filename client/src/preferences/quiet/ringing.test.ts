import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quietReason } from '../../../../server/src/preferences/clock/quiet-hours.ts';
import { WEEKDAYS, type Hours } from './quiet-week.ts';
import { quietAt, quietUntilWords, untilQuietMayTurn, whenToRing, type Wishes } from './ringing.ts';

const category = (name: string, isCritical = false) => ({
  category: name,
  title: name,
  isCritical,
  emailAfterMinutes: 10,
  channels: [],
});
const wishes = (more: Partial<Wishes> = {}) => ({
  categories: [category('usual'), category('critical', true)],
  quietWeek: [],
  timeZone: 'Europe/Berlin',
  doNotDisturbUntil: null,
  ...more,
});
const everyDay = (hours: Hours) => [{ ...hours, weekdays: [...WEEKDAYS] }];
const noon = Date.parse('2026-06-15T12:00:00Z');
const dnd = { doNotDisturbUntil: '2026-06-15T12:30:00.000Z' };
const allDay = { quietWeek: everyDay({ from: '08:00', until: '20:00' }) };

describe('what arrives', () => {
  it.each([
    ['that rings', 'usual', 'RANG', {}, 'NOW'],
    ['that rings, of a category that is not known yet', 'new', 'RANG', {}, 'NOW'],
    [
      'that rings, while quiet hours seem to be on by the clock of this machine',
      'usual',
      'RANG',
      allDay,
      'NOW',
    ],
    ['that rings, while do not disturb was just turned on here', 'usual', 'RANG', dnd, 'LATER'],
    ['that rings and is not known yet, while do not disturb was just turned on', 'new', 'RANG', dnd, 'LATER'],
    ['that rings and is critical, while do not disturb was just turned on', 'critical', 'RANG', dnd, 'NOW'],
    ['from a server that does not decide yet', 'usual', null, {}, 'NOW'],
    ['of a category that is off', 'usual', 'PREFERENCE_OFF', {}, 'NEVER'],
    ['of a category that is off, while do not disturb is on', 'usual', 'PREFERENCE_OFF', dnd, 'NEVER'],
    ['about a muted application', 'usual', 'MUTED', {}, 'NEVER'],
    ['about a muted application, in quiet hours', 'usual', 'MUTED', allDay, 'NEVER'],
    ['in quiet hours', 'usual', 'QUIET_HOURS', allDay, 'LATER'],
    ['in quiet hours, which have just ended here', 'usual', 'QUIET_HOURS', {}, 'LATER'],
    ['while the reader is not to be disturbed', 'usual', 'DO_NOT_DISTURB', dnd, 'LATER'],
  ] as const)('%s: %s', (_, name, ring, more, when) => {
    expect(whenToRing({ category: name, ring }, wishes(more), noon)).toBe(when);
  });

  it('rings as the server says before the preferences are known', () => {
    expect(whenToRing({ category: 'usual', ring: 'RANG' }, undefined, noon)).toBe('NOW');
    expect(whenToRing({ category: 'usual', ring: 'MUTED' }, undefined, noon)).toBe('NEVER');
  });
});

describe('quiet hours', () => {
  const overnight = { from: '22:00', until: '07:00' };
  const byDay = { from: '12:00', until: '13:00' };
  it.each([
    // Berlin is two hours ahead in summer, one in winter.
    ['before they begin', overnight, '2026-06-15T19:59:59Z', false],
    ['when they begin', overnight, '2026-06-15T20:00:00Z', true],
    ['after midnight', overnight, '2026-06-15T23:30:00Z', true],
    ['in their last minute', overnight, '2026-06-16T04:59:59Z', true],
    ['when they end', overnight, '2026-06-16T05:00:00Z', false],
    ['when they begin in winter', overnight, '2026-01-15T21:00:00Z', true],
    ['at that time of summer, in winter', overnight, '2026-01-15T20:00:00Z', false],
    ['the morning after the clocks went forward', overnight, '2026-03-29T05:00:00Z', false],
    ['just before it', overnight, '2026-03-29T04:59:00Z', true],
    ['the morning after the clocks went back', overnight, '2026-10-25T06:00:00Z', false],
    ['just before that', overnight, '2026-10-25T05:59:00Z', true],
    [
      'from a time that is left out that night',
      { from: '02:30', until: '04:00' },
      '2026-03-29T01:00:00Z',
      true,
    ],
    [
      'until a time that is left out that night',
      { from: '01:00', until: '02:30' },
      '2026-03-29T01:00:00Z',
      false,
    ],
    ['within one day', byDay, '2026-06-15T10:30:00Z', true],
    ['outside of that', byDay, '2026-06-15T12:30:00Z', false],
  ])('%s', (_, quietHours, at, isQuiet) => {
    expect(quietAt(wishes({ quietWeek: everyDay(quietHours) }), Date.parse(at))).toBe(
      isQuiet ? 'QUIET_HOURS' : null,
    );
  });

  it('are of the zone that the reader chose', () => {
    const at = Date.parse('2026-06-15T12:00:00Z');
    expect(quietAt(wishes({ quietWeek: everyDay(overnight), timeZone: 'Asia/Tokyo' }), at)).toBeNull();
    expect(quietAt(wishes({ quietWeek: everyDay(overnight), timeZone: 'Pacific/Auckland' }), at)).toBe(
      'QUIET_HOURS',
    );
  });

  it('do not fail for a zone that this browser has never heard of', () => {
    expect(() =>
      quietAt(wishes({ quietWeek: everyDay(overnight), timeZone: 'Mars/Olympus' }), noon),
    ).not.toThrow();
  });
});

describe('the end of quiet hours, in words', () => {
  const night = { from: '20:00', until: '07:00' };
  const weekend = { from: '00:00', until: '24:00', weekdays: ['SATURDAY', 'SUNDAY'] as const };
  const worker = [
    { ...night, weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const },
    weekend,
  ].map((same) => ({ ...same, weekdays: [...same.weekdays] }));
  it.each([
    ['in the night', everyDay(night), '2026-06-15T19:00:00Z', '07:00'],
    ['in the morning', everyDay(night), '2026-06-16T04:00:00Z', '07:00'],
    ['on Friday evening', worker, '2026-06-19T19:00:00Z', '00:00 on Monday'],
    ['on Sunday', worker, '2026-06-21T10:00:00Z', '00:00'],
    [
      'of which there is none',
      everyDay({ from: '00:00', until: '24:00' }),
      '2026-06-21T10:00:00Z',
      'you change them',
    ],
  ])('%s', (_, quietWeek, at, words) => {
    expect(quietUntilWords(wishes({ quietWeek }), Date.parse(at))).toBe(words);
  });
});

describe('do not disturb', () => {
  it('ends to the millisecond', () => {
    const end = Date.parse(dnd.doNotDisturbUntil);
    expect(quietAt(wishes(dnd), end - 1)).toBe('DO_NOT_DISTURB');
    expect(quietAt(wishes(dnd), end)).toBeNull();
  });

  it.each([
    ['a whole minute, when nothing is on', wishes(), noon + 1_000, 59_000],
    ['its end, when that is sooner', wishes({ doNotDisturbUntil: '2026-06-15T12:00:07.500Z' }), noon, 7_500],
    ['a whole minute, when its end is far', wishes(dnd), noon + 20_000, 40_000],
    ['a whole minute, when it is over', wishes(dnd), noon + 86_400_000, 60_000],
  ])('is looked at again after %s', (_, of, now, wait) => {
    expect(untilQuietMayTurn(of, now)).toBe(wait);
  });
});

describe('the server', () => {
  const clock = fc.nat({ max: 1_439 });
  const words = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

  it('finds it quiet at the same moments, in every zone and at every change of its clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.array(fc.option(fc.tuple(clock, fc.nat({ max: 1_440 }))), { minLength: 7, maxLength: 7 }),
        fc.option(fc.integer({ min: -100, max: 100 })),
        fc.date({ min: new Date('2026-03-01'), max: new Date('2026-11-30'), noInvalidDate: true }),
        (timeZone, quiet, dndMinutes, now) => {
          const dndUntil =
            dndMinutes === null ? null : new Date(now.getTime() + dndMinutes * 60_000).toISOString();
          const shown = quietAt(
            {
              timeZone,
              quietWeek: WEEKDAYS.flatMap((weekday, day) => {
                const hours = quiet[day];
                return hours ? [{ weekdays: [weekday], from: words(hours[0]), until: words(hours[1]) }] : [];
              }),
              doNotDisturbUntil: dndUntil,
            },
            now.getTime(),
          );
          const quietHours = quiet.map((hours) => hours && { from: hours[0], until: hours[1] });
          const terms = { timeZone, quietHours, dndUntil };
          expect(shown).toBe(quietReason(now, terms) ?? null);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
