import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { PreferencesDocument, type NotificationRowFragment } from '../generated/graphql.ts';
import { serverTime } from '../ui/server-time.ts';
import { ringOf, type Ring } from './ringing.ts';

/** Decides by what the preferences are at the moment of asking. Until they are known everything rings. */
export function useRingOf(): (row: NotificationRowFragment) => Ring {
  const { cache } = useApolloClient();
  return useCallback(
    (row) => {
      const known = cache.readQuery({ query: PreferencesDocument });
      return known ? ringOf(row, known.preferences, serverTime()) : 'NOW';
    },
    [cache],
  );
}
