import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { SetTimeZoneDocument } from '../../generated/graphql.ts';
import { usePreferencesQuery } from '../../generated/hooks.ts';
import { browserTimeZone } from './time-zones.ts';

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
