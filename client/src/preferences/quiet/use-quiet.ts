import { useApolloClient } from '@apollo/client/react';
import { useCallback, useSyncExternalStore } from 'react';
import { PreferencesDocument, usePreferencesQuery } from '../../generated/preferences.ts';
import { momentWords } from '../../ui/words/moment.ts';
import { serverTime } from '../../browser/server-time.ts';
import { useZone } from '../../ui/words/zone.ts';
import {
  quietAt,
  quietUntilWords,
  untilQuietMayTurn,
  type QuietReason,
  whenToRing,
  type WhenToRing,
} from './ringing.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { say } from '../../words/words.ts';

export type Quiet = { reason: QuietReason; until: string };

/** `quiet hours until 07:00` */
export function quietWords({ reason, until }: Quiet): string {
  return say(reason === 'QUIET_HOURS' ? 'quiet.hoursUntil' : 'quiet.doNotDisturbUntil', { until });
}

/** Why it is quiet at this moment, and until when, in words; null when it is not. Turns by itself, on time. */
export function useQuiet(): Quiet | null {
  const wishes = usePreferencesQuery().data?.preferences;
  useZone();
  const subscribe = useCallback(
    (turn: () => void) => {
      if (!wishes) return () => undefined;
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        timer = setTimeout(look, untilQuietMayTurn(wishes, serverTime()));
      };
      const look = () => {
        turn();
        wait();
      };
      wait();
      return () => clearTimeout(timer);
    },
    [wishes],
  );
  const reason = useSyncExternalStore(subscribe, () => (wishes ? quietAt(wishes, serverTime()) : null));
  switch (reason) {
    case 'DO_NOT_DISTURB':
      return { reason, until: momentWords(Date.parse(wishes?.doNotDisturbUntil ?? '')) };
    case 'QUIET_HOURS':
      return { reason, until: wishes ? quietUntilWords(wishes, serverTime()) : '' };
    case null:
      return null;
  }
}

/** Whether an arrival rings, by what is known at the moment of asking. */
export function useWhenToRing(): (row: NotificationRowFragment) => WhenToRing {
  const { cache } = useApolloClient();
  return useCallback(
    (row) => whenToRing(row, cache.readQuery({ query: PreferencesDocument })?.preferences, serverTime()),
    [cache],
  );
}
