import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { PreferencesDocument, type NotificationRowFragment } from '../../generated/graphql.ts';
import { serverTime } from '../../browser/server-time.ts';
import { whenToRing, type WhenToRing } from './ringing.ts';

/** Whether an arrival rings, by what is known at the moment of asking. */
export function useWhenToRing(): (row: NotificationRowFragment) => WhenToRing {
  const { cache } = useApolloClient();
  return useCallback(
    (row) => whenToRing(row, cache.readQuery({ query: PreferencesDocument })?.preferences, serverTime()),
    [cache],
  );
}
