import type { ApolloClient } from '@apollo/client';
import { useEffect, useSyncExternalStore } from 'react';
import { backOff, waitOrWake } from '../browser/back-off.ts';
import type { SessionClient } from '../apollo/client.ts';
import { rereadLists } from '../inbox/lists/pages.ts';
import { PreferencesChangedDocument } from '../generated/follow-preferences.ts';
import type { PreferencesQuery } from '../generated/graphql.ts';
import { PreferencesDocument } from '../generated/preferences.ts';
import { useFirstLanguage, useReaderLanguage } from './language/reader-language.ts';
import { useFirstTimeZone, useReaderZone } from './zone/reader-zone.ts';

/**
 * Keeps the preferences in the cache as they are on every device, and sees to it that there are a time zone and a language
 * and that all pages go by them. Mounted once, above the routes. Whoever follows the inbox brings the socket back after it was lost;
 * as soon as it is live this subscribes anew, and is told at once what was changed meanwhile.
 */
export function LivePreferences({ client: { apollo, connection } }: { client: SessionClient }) {
  useFirstTimeZone();
  useReaderZone();
  useFirstLanguage();
  useReaderLanguage();
  const isLive = useSyncExternalStore(connection.subscribe, connection.get) === 'live';
  useEffect(() => {
    if (!isLive) return;
    const stopping = new AbortController();
    void follow(apollo, stopping.signal);
    return () => stopping.abort();
  }, [apollo, isLive]);
  return null;
}

/** Where there is no socket. */
const POLLABLE = {
  query: PreferencesDocument,
  asTold: ({ preferences }: PreferencesQuery) => ({ preferencesChanged: preferences }),
};

async function follow(apollo: ApolloClient, signal: AbortSignal): Promise<void> {
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
