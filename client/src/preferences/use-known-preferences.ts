import { useCallback } from 'react';
import { usePreferencesQuery } from '../generated/preferences.ts';
import { useInboxClient } from '../inbox/use-inbox-client.ts';

/** The reader's preferences, asked for anew when this is first drawn: a category may be new since they were last told. */
export function useKnownPreferences() {
  const { data, error, refetch } = usePreferencesQuery({
    client: useInboxClient(),
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  return { preferences: data?.preferences, error, retry };
}
