import type { ApolloClient } from '@apollo/client';
import { useMemo } from 'react';
import { SetQuietHoursDocument } from '../../generated/channels.ts';
import { SetTimeZoneDocument } from '../../generated/preferences.ts';
import type { Weekday } from '../../generated/graphql.ts';
import { useInboxClient } from '../../inbox/use-inbox-client.ts';
import { changePreferences, named } from '../change-preferences.ts';
import { isTimeZone } from '../zone/time-zones.ts';
import { isAllDay, WEEKDAYS, withHours, type Hours } from './quiet-week.ts';
import { say } from '../../words/words.ts';

/** What a reader can wish for of quiet hours and their clock: see `usePreferenceChanges`. */
export function useQuietChanges() {
  const client = useInboxClient();
  return useMemo(() => quietChanges(client), [client]);
}

function saidOf(hours: Hours | null): string {
  if (!hours) return say('preferences.quietOff');
  const { from, until } = hours;
  return isAllDay(hours)
    ? say('preferences.quietAlways')
    : say('preferences.quietFromUntil', { from, until });
}

const hoursOf = (hours: Hours | null, days?: Weekday[]) => ({
  from: hours?.from ?? null,
  until: hours?.until ?? null,
  ...(days && { weekdays: days }),
});

/** When nothing shall disturb, and by which clock. */
const quietChanges = (client: ApolloClient) => ({
  /** @param days on which they begin; left out: every day */
  setQuietHours: (hours: Hours | null, days?: Weekday[]) =>
    changePreferences(client, {
      mutation: SetQuietHoursDocument,
      variables: hoursOf(hours, days),
      rehearsal: { quietHours: hoursOf(hours, days) },
      guess: (known) => ({
        ...known,
        quietWeek: withHours(known.quietWeek, hours, days ?? WEEKDAYS).map((same) =>
          named('QuietHours', same),
        ),
      }),
      said: days ? say('preferences.quietChanged') : saidOf(hours),
      failure: say('preferences.couldNotChangeQuiet'),
    }),

  setTimeZone: (timeZone: string) =>
    changePreferences(client, {
      mutation: SetTimeZoneDocument,
      variables: { timeZone },
      rehearsal: { timeZone },
      // Nothing could be told by the clock of one that is none.
      guess: (known) => (isTimeZone(timeZone) ? { ...known, timeZone, isTimeZoneChosen: true } : known),
      failure: say('preferences.couldNotChangeZone'),
    }),
});
