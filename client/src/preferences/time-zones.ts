export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
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
  return { value, label: value.replaceAll('_', ' ') };
}
