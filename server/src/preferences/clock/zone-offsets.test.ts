import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { zoneOffsets } from './zone-offsets.ts';

const DAY_MS = 24 * 3_600_000;

const offsetAt = (zone: string, written: Date, moment: Date): number | undefined =>
  zoneOffsets(zone, written).findLast(({ since }) => since === '-infinity' || new Date(since) <= moment)
    ?.minutes;

test('what is written down of a zone is what its clocks show, for two months', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, fc.nat({ max: 59 * DAY_MS }), (zone, written, later) => {
      const moment = new Date(written.getTime() + later);
      expect([zone, offsetAt(zone, written, moment)]).toEqual([
        zone,
        DateTime.fromJSDate(moment, { zone }).offset,
      ]);
    }),
    { numRuns: 300 },
  );
});

test('it is as short as there are changes, and to the minute', () => {
  const written = new Date('2026-03-01T12:00:00Z');
  expect(zoneOffsets('Asia/Kolkata', written)).toEqual([{ since: '-infinity', minutes: 330 }]);
  expect(zoneOffsets('Europe/Berlin', written)).toEqual([
    { since: '-infinity', minutes: 60 },
    { since: '2026-03-29T01:00:00.000Z', minutes: 120 },
  ]);
});

test.each(['Mars/Olympus', '', 'not a zone', '../etc/passwd'])('%j is nothing that is known', (zone) => {
  expect(zoneOffsets(zone, new Date())).toEqual([]);
});
