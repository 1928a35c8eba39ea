import type { ApolloClient } from '@apollo/client';
import {
  SetDoNotDisturbDocument,
  SetQuietHoursDocument,
  SetTimeZoneDocument,
} from '../../generated/graphql.ts';
import { momentWords } from '../../ui/words/moment.ts';
import { changePreferences } from '../change-preferences.ts';
import { named } from '../named.ts';

type QuietHours = { from: string; until: string };

/** When nothing shall disturb, and by which clock. */
export const quietChanges = (client: ApolloClient) => ({
  setQuietHours: (hours: QuietHours | null) =>
    changePreferences(client, {
      mutation: SetQuietHoursDocument,
      variables: { from: hours?.from ?? null, until: hours?.until ?? null },
      guess: (known) => ({
        ...known,
        quietHours: hours && named('QuietHours', { from: hours.from, until: hours.until }),
      }),
      said: hours ? `Quiet hours from ${hours.from} until ${hours.until}` : 'Quiet hours are off',
      failure: 'Could not change your quiet hours',
    }),

  setTimeZone: (timeZone: string) =>
    changePreferences(client, {
      mutation: SetTimeZoneDocument,
      variables: { timeZone },
      guess: (known) => ({ ...known, timeZone, isTimeZoneChosen: true }),
      failure: 'Could not change your time zone',
    }),

  setDoNotDisturb: (until: Date | null) =>
    changePreferences(client, {
      mutation: SetDoNotDisturbDocument,
      variables: { until: until?.toISOString() ?? null },
      guess: (known) => ({ ...known, doNotDisturbUntil: until?.toISOString() ?? null }),
      said: until ? `Do not disturb until ${momentWords(until.getTime())}` : 'Do not disturb has ended',
      failure: until ? 'Could not turn on do not disturb' : 'Could not end do not disturb',
    }),
});
