export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

// What everybody has who has chosen none.
const NOT_CHOSEN = 'UTC';

type Chosen = { timeZone: string; quietHours: unknown };

/** The zone that the reader has chosen; undefined for none. */
export function chosenZone({ timeZone, quietHours }: Chosen): string | undefined {
  return !quietHours && timeZone === NOT_CHOSEN ? undefined : timeZone;
}

/** The reader's own zone first, then all that this browser knows, and the chosen one in any case. */
export function timeZoneGroups(chosen: string, own: string = browserTimeZone()) {
  const others = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]);
  others.delete(own);
  return [
    { group: 'This browser', items: [optionOf(own)] },
    { group: 'All time zones', items: [...others].sort().map(optionOf) },
  ];
}

function optionOf(value: string) {
  return { value, label: zoneLabel(value) };
}

export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}
