import { useCallback, useDeferredValue } from 'react';
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
  // All that there is to choose is much to draw at once: it is drawn bit by bit, while the page still answers.
  const isThere = useDeferredValue(data !== undefined);
  return { preferences: isThere ? data?.preferences : undefined, error, retry };
}
