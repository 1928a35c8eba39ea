import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { browserTimeZone, timeZoneGroups } from './time-zones.ts';

afterEach(() => void jest.restoreAllMocks());

const says = (timeZone: string | undefined) =>
  jest
    .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
    .mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);

describe('the zone of this browser', () => {
  it.each(['Europe/Berlin', 'Asia/Kathmandu', 'UTC', 'Etc/GMT-2'])('is taken when it is one: %s', (zone) => {
    says(zone);
    expect(browserTimeZone()).toBe(zone);
    expect(timeZoneGroups('UTC')[0]).toMatchObject({ group: 'This browser', items: [{ value: zone }] });
  });

  it.each(['Etc/Unknown', 'Mars/Olympus', '', undefined, 'constructor'])(
    'is not known when it says %j',
    (zone) => {
      says(zone);
      expect(browserTimeZone()).toBeUndefined();
      const groups = timeZoneGroups('America/Lima');
      expect(groups.map(({ group }) => group)).toEqual(['All time zones']);
      expect(groups[0]!.items.map(({ value }) => value)).toEqual(
        expect.arrayContaining(['America/Lima', 'UTC']),
      );
    },
  );

  it('can be chosen also where the browser lists none', () => {
    const { supportedValuesOf } = Intl;
    Object.assign(Intl, { supportedValuesOf: undefined });
    expect(timeZoneGroups('Asia/Tokyo', 'Europe/Berlin')[1]!.items.map(({ value }) => value)).toEqual([
      'Asia/Tokyo',
      'UTC',
    ]);
    Object.assign(Intl, { supportedValuesOf });
  });
});
