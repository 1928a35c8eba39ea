import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  MuteApplicationDocument,
  ResetPreferencesDocument,
  SetChannelPreferenceDocument,
  SetDoNotDisturbDocument,
  SetLanguageDocument,
  SetQuietHoursDocument,
  SetTimeZoneDocument,
  UnmuteApplicationDocument,
  type Channel,
  type Language,
} from '../generated/graphql.ts';
import { rereadLists } from '../inbox/lists/pages.ts';
import { momentWords } from '../ui/words/moment.ts';
import { changePreferences } from './change-preferences.ts';
import { withChannel, withDefaults } from './channels/channel-choices.ts';

type Application = { id: string; title: string };
type QuietHours = { from: string; until: string };

/** What a reader can wish for. Each shows at once; the promises never reject, they tell whether it was saved. */
export function usePreferenceChanges() {
  const client = useApolloClient();
  return useMemo(
    () => ({ ...channelChanges(client), ...quietChanges(client), ...mutingChanges(client) }),
    [client],
  );
}

/** What comes on which way, and in which language. */
const channelChanges = (client: ApolloClient) => ({
  setChannel: (category: string, channel: Channel, isOn: boolean) =>
    changePreferences(client, {
      mutation: SetChannelPreferenceDocument,
      variables: { category, channel, isOn },
      guess: (known) => ({ ...known, categories: withChannel(known.categories, category, channel, isOn) }),
      failure: 'Could not change this',
    }),

  backToDefaults: (said: string) =>
    changePreferences(client, {
      mutation: ResetPreferencesDocument,
      guess: (known) => ({ ...known, categories: withDefaults(known.categories) }),
      said,
      failure: 'Could not go back to the defaults',
    }),

  setLanguage: async (language: Language) => {
    const isSaved = await changePreferences(client, {
      mutation: SetLanguageDocument,
      variables: { language },
      guess: (known) => ({ ...known, language }),
      failure: 'Could not change the language',
    });
    // What declared types say is worded where it is read.
    if (isSaved) void rereadLists(client).catch(() => undefined);
    return isSaved;
  },
});

/** When nothing shall disturb, and by which clock. */
const quietChanges = (client: ApolloClient) => ({
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

/** Which applications shall be heard of only in the inbox. */
const mutingChanges = (client: ApolloClient) => ({
  mute: ({ id, title }: Application) =>
    changePreferences(client, {
      mutation: MuteApplicationDocument,
      variables: { id },
      guess: (known) => ({
        ...known,
        mutedApplications: [named('Application', { id, title }), ...without(known.mutedApplications, id)],
      }),
      failure: 'Could not mute',
    }),

  unmute: ({ id, title }: Application) =>
    changePreferences(client, {
      mutation: UnmuteApplicationDocument,
      variables: { id },
      guess: (known) => ({ ...known, mutedApplications: without(known.mutedApplications, id) }),
      said: `“${title}” is no longer muted`,
      failure: 'Could not unmute',
    }),
});

const without = (applications: Application[], id: string) =>
  applications.filter((application) => application.id !== id);

/** What is new in a guess needs the name of its type, by which the cache knows it. */
const named = <Fields>(__typename: string, fields: Fields): Fields => ({ __typename, ...fields });
