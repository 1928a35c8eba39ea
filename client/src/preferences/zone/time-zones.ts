import { say, type Say } from '../../words/words.ts';

/** Undefined where the browser does not know where it is, and says `Etc/Unknown`, or nothing at all. */
export function browserTimeZone(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string };
  return isTimeZone(timeZone) ? timeZone : undefined;
}

/** Whether this browser can tell times there. */
export function isTimeZone(timeZone: string | undefined): boolean {
  if (!timeZone || timeZone === 'Etc/Unknown') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

type Chosen = { timeZone: string; isTimeZoneChosen: boolean };

/** The zone that the reader has chosen; undefined for none. */
export function chosenZone({ timeZone, isTimeZoneChosen }: Chosen): string | undefined {
  return isTimeZoneChosen ? timeZone : undefined;
}

/** The reader's own zone first, then all that this browser knows, and the chosen one in any case. */
export function timeZoneGroups(chosen: string, own = browserTimeZone(), sayIt: Say = say) {
  const others = new Set([...(Intl.supportedValuesOf?.('timeZone') ?? []), 'UTC', chosen]);
  if (own) others.delete(own);
  return [
    ...(own ? [{ group: sayIt('preferences.thisBrowser'), items: [optionOf(own)] }] : []),
    { group: sayIt('preferences.allZones'), items: [...others].sort().map(optionOf) },
  ];
}

function optionOf(value: string) {
  return { value, label: zoneLabel(value) };
}

export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}
