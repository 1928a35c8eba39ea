import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { clockTime, minutesOf } from './clock-time.ts';
import { heldUntil } from './quiet-hours.ts';
import { everyDay, type QuietInterval } from './quiet-week.ts';

const NONE = { quietHours: null, dndUntil: null };

const quiet = (timeZone: string, hours: string) => {
  const [from, until] = hours.split('–');
  const interval = { from: minutesOf('from', from!), until: minutesOf('until', until!) };
  return { timeZone, quietHours: everyDay(interval), dndUntil: null };
};

const Z = 'UTC';
const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const LORD_HOWE = 'Australia/Lord_Howe';
const KOLKATA = 'Asia/Kolkata';

// Clocks in 2026. Berlin: 29 March 02:00 → 03:00, 25 October 03:00 → 02:00. New York: 8 March 02:00 → 03:00,
// 1 November 02:00 → 01:00. Lord Howe: 5 April 02:00 → 01:30, 4 October 02:00 → 02:30.
const table: [what: string, zone: string, hours: string, now: string, until: string | undefined][] = [
  ['within one day', Z, '12:00–14:00', '2026-06-01T12:30:00.000Z', '2026-06-01T14:00:00.000Z'],
  ['at the first moment', Z, '12:00–14:00', '2026-06-01T12:00:00.000Z', '2026-06-01T14:00:00.000Z'],
  ['just before it', Z, '12:00–14:00', '2026-06-01T11:59:59.999Z', undefined],
  ['at the last moment', Z, '12:00–14:00', '2026-06-01T13:59:59.999Z', '2026-06-01T14:00:00.000Z'],
  ['when it is over', Z, '12:00–14:00', '2026-06-01T14:00:00.000Z', undefined],
  ['before midnight', Z, '22:00–07:00', '2026-06-01T23:10:20.300Z', '2026-06-02T07:00:00.000Z'],
  ['after midnight', Z, '22:00–07:00', '2026-06-02T03:00:00.000Z', '2026-06-02T07:00:00.000Z'],
  ['at noon', Z, '22:00–07:00', '2026-06-02T12:00:00.000Z', undefined],
  ['until midnight', Z, '22:00–00:00', '2026-06-01T22:30:00.000Z', '2026-06-02T00:00:00.000Z'],
  ['from midnight', Z, '00:00–06:00', '2026-06-01T00:00:00.000Z', '2026-06-01T06:00:00.000Z'],
  ['two equal times', Z, '08:00–08:00', '2026-06-01T08:00:00.000Z', undefined],
  ['all day but a minute', Z, '08:01–08:00', '2026-06-01T08:01:00.000Z', '2026-06-02T08:00:00.000Z'],
  ['by local time', BERLIN, '22:00–07:00', '2026-06-01T20:00:00.000Z', '2026-06-02T05:00:00.000Z'],
  ['not by UTC', BERLIN, '22:00–07:00', '2026-06-01T05:30:00.000Z', undefined],
  ['half an hour off', KOLKATA, '22:00–07:00', '2026-06-01T16:30:00.000Z', '2026-06-02T01:30:00.000Z'],
  ['half an hour off, not yet', KOLKATA, '22:00–07:00', '2026-06-01T16:29:00.000Z', undefined],

  ['the short night', BERLIN, '22:00–07:00', '2026-03-28T21:00:00.000Z', '2026-03-29T05:00:00.000Z'],
  ['the long night', BERLIN, '22:00–07:00', '2026-10-24T20:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ['the short night', NEW_YORK, '22:00–07:00', '2026-03-08T03:00:00.000Z', '2026-03-08T11:00:00.000Z'],
  ['the long night', NEW_YORK, '22:00–07:00', '2026-11-01T02:00:00.000Z', '2026-11-01T12:00:00.000Z'],
  ['the short night', LORD_HOWE, '22:00–07:00', '2026-10-03T11:30:00.000Z', '2026-10-03T20:00:00.000Z'],
  ['the long night', LORD_HOWE, '22:00–07:00', '2026-04-04T11:00:00.000Z', '2026-04-04T20:30:00.000Z'],

  // Spring: an end that the clock skips is over when it does; a beginning that it skips has come when it does.
  ['a skipped end', BERLIN, '01:00–02:30', '2026-03-29T00:30:00.000Z', '2026-03-29T01:00:00.000Z'],
  ['after a skipped end', BERLIN, '01:00–02:30', '2026-03-29T01:00:00.000Z', undefined],
  ['a skipped beginning', BERLIN, '02:30–05:00', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000Z'],
  ['before a skipped beginning', BERLIN, '02:30–05:00', '2026-03-29T00:59:00.000Z', undefined],
  ['all of it skipped', BERLIN, '02:10–02:50', '2026-03-29T01:00:00.000Z', undefined],
  ['an end at the change', BERLIN, '22:00–02:00', '2026-03-29T00:59:00.000Z', '2026-03-29T01:00:00.000Z'],
  ['a skipped end', LORD_HOWE, '22:00–02:15', '2026-10-03T15:00:00.000Z', '2026-10-03T15:30:00.000Z'],

  // Autumn: the hour comes twice, and is quiet twice.
  [
    'an end in the hour, first',
    BERLIN,
    '22:00–02:30',
    '2026-10-25T00:10:00.000Z',
    '2026-10-25T00:30:00.000Z',
  ],
  ['an end in the hour, between', BERLIN, '22:00–02:30', '2026-10-25T00:45:00.000Z', undefined],
  [
    'an end in the hour, again',
    BERLIN,
    '22:00–02:30',
    '2026-10-25T01:00:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ],
  [
    'a beginning in the hour, first',
    BERLIN,
    '02:30–05:00',
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:00:00.000Z',
  ],
  ['a beginning in the hour, between', BERLIN, '02:30–05:00', '2026-10-25T01:10:00.000Z', undefined],
  [
    'a beginning in the hour, again',
    BERLIN,
    '02:30–05:00',
    '2026-10-25T01:30:00.000Z',
    '2026-10-25T04:00:00.000Z',
  ],
  ['the hour itself', BERLIN, '02:00–03:00', '2026-10-25T00:00:00.000Z', '2026-10-25T02:00:00.000Z'],
  [
    'an end in the half-hour',
    LORD_HOWE,
    '22:00–01:45',
    '2026-04-04T14:40:00.000Z',
    '2026-04-04T14:45:00.000Z',
  ],
  [
    'an end in the half-hour, again',
    LORD_HOWE,
    '22:00–01:45',
    '2026-04-04T15:00:00.000Z',
    '2026-04-04T15:15:00.000Z',
  ],
];

describe('quiet hours', () => {
  test.each(table)('%s (%s, %s) at %s', (_what, zone, hours, now, until) => {
    const hold = heldUntil(new Date(now), quiet(zone, hours));
    expect(hold?.until.toISOString()).toBe(until);
    if (until) expect(hold!.reason).toBe('QUIET_HOURS');
  });

  test('a zone that this machine does not know holds nothing', () => {
    expect(heldUntil(new Date('2026-06-01T12:30:00Z'), quiet('Mars/Olympus', '00:00–23:59'))).toBeUndefined();
  });
});

describe('do not disturb', () => {
  const now = new Date('2026-06-01T12:00:00.000Z');
  const dnd = (dndUntil: string, hours?: string) => ({
    ...(hours ? quiet(Z, hours) : { ...NONE, timeZone: Z }),
    dndUntil: `2026-06-01T${dndUntil}:00.000Z`,
  });
  const at = (time: string) => new Date(`2026-06-01T${time}:00.000Z`);

  test.each([
    ['holds until its time', dnd('15:00'), { until: at('15:00'), reason: 'DO_NOT_DISTURB' }],
    ['is over at its time', dnd('12:00'), undefined],
    ['is over after its time', dnd('11:00'), undefined],
    ['outlasts quiet hours', dnd('15:00', '11:00–13:00'), { until: at('15:00'), reason: 'DO_NOT_DISTURB' }],
    [
      'goes over into quiet hours',
      dnd('15:00', '14:00–18:00'),
      { until: at('18:00'), reason: 'QUIET_HOURS' },
    ],
    ['ends within quiet hours', dnd('12:30', '11:00–13:00'), { until: at('13:00'), reason: 'QUIET_HOURS' }],
    [
      'ends when quiet hours end',
      dnd('13:00', '11:00–13:00'),
      { until: at('13:00'), reason: 'DO_NOT_DISTURB' },
    ],
  ] as const)('%s', (_what, terms, hold) => {
    expect(heldUntil(now, terms)).toEqual(hold);
  });

  test('without either nothing waits', () => {
    expect(heldUntil(now, { ...NONE, timeZone: BERLIN })).toBeUndefined();
  });
});

test('whatever the zone and the hours: it ends, as soon as the clock says so, and then it is over', () => {
  const minute = fc.integer({ min: 0, max: 1_439 });
  const changes = [
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2026-04-04T15:00Z',
    '2026-10-03T15:30Z',
    '2026-11-01T06:00Z',
  ];
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 }))
    .map(([change, away]) => new Date(Date.parse(change) + away));
  const anyTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom(Z, BERLIN, NEW_YORK, LORD_HOWE, KOLKATA, 'America/St_Johns', 'Pacific/Chatham'),
      minute,
      minute,
      fc.oneof(anyTime, nearChange),
      (timeZone, quietFrom, quietUntil, now) => {
        const quietHours = everyDay({ from: quietFrom, until: quietUntil });
        const terms = { timeZone, quietHours, dndUntil: null };
        const isQuietAt = (time: number) => {
          const clock = DateTime.fromMillis(time, { zone: timeZone }).toFormat('HH:mm');
          const [from, until] = [clockTime(quietFrom), clockTime(quietUntil)];
          return from <= until ? from <= clock && clock < until : from <= clock || clock < until;
        };
        const hold = heldUntil(now, terms);
        expect(hold !== undefined).toBe(isQuietAt(now.getTime()));
        if (!hold) return;
        const until = hold.until.getTime();
        expect(until).toBeGreaterThan(now.getTime());
        expect(until - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(heldUntil(hold.until, terms)).toBeUndefined();
        for (let time = now.getTime(); time < until; time += 60_000) expect(isQuietAt(time)).toBe(true);
        expect(isQuietAt(until - 1)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

describe('of each day of the week', () => {
  const MONDAY = 1; // 1 June 2026 is one
  const at = (day: number, time: string) => new Date(`2026-06-0${day}T${time}:00.000Z`);
  const ALL_DAY = { from: 0, until: 1_440 };
  const night = { from: 20 * 60, until: 7 * 60 };
  const worker = [night, night, night, night, night, ALL_DAY, ALL_DAY];
  const held = (week: (QuietInterval | null)[], now: Date, timeZone = Z) =>
    heldUntil(now, { timeZone, quietHours: week, dndUntil: null })?.until.toISOString();

  test.each([
    ['in the night after Monday', at(MONDAY, '23:00'), '2026-06-02T07:00:00.000Z'],
    ['on Monday morning, which Sunday does not reach', at(MONDAY, '06:00'), undefined],
    ['on Friday evening: over the whole weekend', at(5, '20:00'), '2026-06-08T00:00:00.000Z'],
    ['on Saturday morning, which is Friday’s too', at(6, '06:00'), '2026-06-08T00:00:00.000Z'],
    ['on Friday at noon', at(5, '12:00'), undefined],
  ])('%s', (_what, now, until) => {
    expect(held(worker, now)).toBe(until);
  });

  test('over midnight they belong to the day on which they begin', () => {
    const week = [night, null, null, null, null, null, null];
    expect(held(week, at(2, '06:59'))).toBe('2026-06-02T07:00:00.000Z');
    expect(held(week, at(2, '20:00'))).toBeUndefined();
    expect(held(week, at(MONDAY, '06:59'))).toBeUndefined();
  });

  test('Sunday goes over into Monday, and a day that the clock makes longer is quiet to its end', () => {
    expect(held([null, null, null, null, null, null, night], at(MONDAY, '01:00'))).toBe(
      '2026-06-01T07:00:00.000Z',
    );
    const sundays = [null, null, null, null, null, null, ALL_DAY];
    expect(held(sundays, new Date('2026-10-24T22:00:00Z'), BERLIN)).toBe('2026-10-25T23:00:00.000Z');
    expect(held(sundays, new Date('2026-03-28T23:00:00Z'), BERLIN)).toBe('2026-03-29T22:00:00.000Z');
  });

  test('what never ends is looked at again after eight days', () => {
    const until = held([...everyDay(ALL_DAY)], at(MONDAY, '12:00'))!;
    expect(until).toBe('2026-06-10T00:00:00.000Z');
  });

  test('whatever the week: it is quiet until then, and no longer', () => {
    const interval = fc.record({ from: fc.nat({ max: 1_439 }), until: fc.nat({ max: 1_440 }) });
    const week = fc.array(fc.option(interval), { minLength: 7, maxLength: 7 });
    const moment = fc.date({
      min: new Date('2026-03-20'),
      max: new Date('2026-04-10'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(Z, BERLIN, LORD_HOWE), week, moment, (timeZone, quietHours, now) => {
        const isQuietAt = (time: number) => {
          const clock = DateTime.fromMillis(time, { zone: timeZone });
          const minute = clock.hour * 60 + clock.minute;
          const [today, yesterday] = [quietHours[clock.weekday - 1], quietHours[(clock.weekday + 5) % 7]];
          const isToday = today && minute >= today.from && (today.until < today.from || minute < today.until);
          return Boolean(
            isToday || (yesterday && yesterday.until < yesterday.from && minute < yesterday.until),
          );
        };
        const until = heldUntil(now, { timeZone, quietHours, dndUntil: null })?.until.getTime();
        expect(until !== undefined).toBe(isQuietAt(now.getTime()));
        if (until === undefined) return;
        for (let time = now.getTime(); time < until; time += 60_000)
          if (!isQuietAt(time)) throw new Error(`It is not quiet at ${new Date(time).toISOString()}`);
        expect(isQuietAt(until) && until - now.getTime() < 8 * 86_400_000).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
