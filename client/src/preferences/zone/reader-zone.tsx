import { useEffect } from 'react';
import { usePreferencesQuery } from '../../generated/hooks.ts';
import { readTimesIn } from '../../ui/words/zone.ts';
import { chosenZone } from './time-zones.ts';

/** Lets every page tell times in the reader's zone, the one of their e-mails and quiet hours. */
export function ReaderZone() {
  const preferences = usePreferencesQuery().data?.preferences;
  const zone = preferences && chosenZone(preferences);
  useEffect(() => {
    readTimesIn(zone);
    return () => readTimesIn(undefined);
  }, [zone]);
  return null;
}
