import type { ApolloClient } from '@apollo/client';
import { useEffect, useSyncExternalStore } from 'react';
import { backOff, waitOrWake } from '../browser/back-off.ts';
import { PreferencesChangedDocument } from '../generated/follow-preferences.ts';
import type { PreferencesQuery } from '../generated/graphql.ts';
import { PreferencesDocument } from '../generated/preferences.ts';
import type { Connection } from '../inbox/follow/connection.ts';
import { rereadLists } from '../inbox/lists/pages.ts';
import { ofSession } from '../inbox/of-session.ts';

type Followed = { apollo: ApolloClient; connection: Pick<Connection, 'get' | 'subscribe'> };

/**
 * Keeps the preferences in the cache as they are on every device. Whoever follows the inbox brings the socket back after it
 * was lost; as soon as it is live this subscribes anew, and is told at once what was changed meanwhile.
 */
export function useFollowedPreferences({ apollo, connection }: Followed): void {
  const isLive = useSyncExternalStore(connection.subscribe, connection.get, connection.get) === 'live';
  useEffect(() => (isLive ? follow(apollo) : undefined), [apollo, isLive]);
}

/** Where there is no socket. */
const POLLABLE = {
  query: PreferencesDocument,
  asTold: ({ preferences }: PreferencesQuery) => ({ preferencesChanged: preferences }),
};

const followings = ofSession(() => ({ count: 0, stopping: new AbortController() }));

/** However many follow, it is asked for once. @returns what ends it */
function follow(apollo: ApolloClient): () => void {
  const following = followings(apollo);
  if (following.count++ === 0) {
    following.stopping = new AbortController();
    void followOn(apollo, following.stopping.signal);
  }
  return () => {
    if (--following.count === 0) following.stopping.abort();
  };
}

async function followOn(apollo: ApolloClient, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    await untilEnd(apollo, signal, () => (attempt = 0));
    await waitOrWake(backOff(attempt), signal);
  }
}

function untilEnd(apollo: ApolloClient, signal: AbortSignal, onTold: () => void): Promise<void> {
  return new Promise((resolve) => {
    const subscription = apollo
      .subscribe({
        query: PreferencesChangedDocument,
        fetchPolicy: 'no-cache',
        context: { pollable: POLLABLE },
      })
      .subscribe({
        next: ({ data }) => {
          if (!data) return resolve();
          onTold();
          const known = apollo.cache.readQuery({ query: PreferencesDocument })?.preferences;
          apollo.cache.writeQuery({
            query: PreferencesDocument,
            data: { preferences: data.preferencesChanged },
          });
          // What declared types say is worded where it is read.
          if (known && known.language !== data.preferencesChanged.language)
            void rereadLists(apollo).catch(() => undefined);
        },
        error: () => resolve(),
        complete: resolve,
      });
    signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      resolve();
    });
  });
}
