import type { ApolloClient } from '@apollo/client';
import { SetDoNotDisturbDocument, SetQuietHoursDocument } from '../generated/graphql.ts';
import { momentWords } from '../ui/moment.ts';
import { changePreferences } from './change-preferences.ts';
import { named } from './named.ts';

type QuietHours = { from: string; until: string; timeZone: string };

/** When nothing shall disturb. */
export const quietChanges = (client: ApolloClient) => ({
  setQuietHours: (hours: QuietHours | null) =>
    changePreferences(client, {
      mutation: SetQuietHoursDocument,
      variables: hours ?? { from: null, until: null },
      guess: (known) => ({
        ...known,
        quietHours: hours && named('QuietHours', { from: hours.from, until: hours.until }),
        timeZone: hours?.timeZone ?? known.timeZone,
      }),
      said: hours ? `Quiet hours from ${hours.from} until ${hours.until}` : 'Quiet hours are off',
      failure: 'Could not change your quiet hours',
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
