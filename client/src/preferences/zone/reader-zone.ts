import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { SetTimeZoneDocument, usePreferencesQuery } from '../../generated/preferences.ts';
import { readTimesIn } from '../../ui/words/zone.ts';
import { browserTimeZone, chosenZone } from './time-zones.ts';

/** Lets every page tell times in the reader's zone, the one of their e-mails and quiet hours. */
export function useReaderZone(): void {
  const preferences = usePreferencesQuery().data?.preferences;
  const zone = preferences && chosenZone(preferences);
  useEffect(() => {
    readTimesIn(zone);
    return () => readTimesIn(undefined);
  }, [zone]);
}

/**
 * Readers who never chose a time zone are most likely where their browser is, so it is chosen for them, once. Nobody asked
 * for it: nothing is said when it is done, or when the server does not know such a zone.
 */
export function useFirstTimeZone(): void {
  const client = useApolloClient();
  const isChosen = usePreferencesQuery().data?.preferences.isTimeZoneChosen;
  useEffect(() => {
    if (isChosen !== false) return;
    const timeZone = browserTimeZone();
    if (!timeZone) return;
    void client.mutate({ mutation: SetTimeZoneDocument, variables: { timeZone } }).catch(() => undefined);
  }, [client, isChosen]);
}
