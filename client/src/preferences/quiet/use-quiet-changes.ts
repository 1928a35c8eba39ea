import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { SetQuietHoursDocument, SetTimeZoneDocument, type Weekday } from '../../generated/graphql.ts';
import { changePreferences, named } from '../change-preferences.ts';
import { isAllDay, WEEKDAYS, withHours, type Hours } from './quiet-week.ts';

/** What a reader can wish for of quiet hours and their clock: see `usePreferenceChanges`. */
export function useQuietChanges() {
  const client = useApolloClient();
  return useMemo(() => quietChanges(client), [client]);
}

const EVERY_DAY = WEEKDAYS.map(({ weekday }) => weekday);

function saidOf(hours: Hours | null): string {
  if (!hours) return 'Quiet hours are off';
  return isAllDay(hours) ? 'It is always quiet' : `Quiet hours from ${hours.from} until ${hours.until}`;
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
        quietWeek: withHours(known.quietWeek, hours, days ?? EVERY_DAY).map((same) =>
          named('QuietHours', same),
        ),
      }),
      said: days ? 'Quiet hours are changed' : saidOf(hours),
      failure: 'Could not change your quiet hours',
    }),

  setTimeZone: (timeZone: string) =>
    changePreferences(client, {
      mutation: SetTimeZoneDocument,
      variables: { timeZone },
      guess: (known) => ({ ...known, timeZone, isTimeZoneChosen: true }),
      failure: 'Could not change your time zone',
    }),
});
