import type { ApolloClient } from '@apollo/client';
import { useMemo } from 'react';
import {
  ResetPreferencesDocument,
  SetChannelPreferenceDocument,
  SetDigestTimeDocument,
  SetLanguageDocument,
  SetPaceDocument,
  SetPushContentDocument,
} from '../../generated/channels.ts';
import type { Channel, Language, Pace, Weekday } from '../../generated/graphql.ts';
import { rereadLists } from '../../inbox/lists/pages.ts';
import { useInboxClient } from '../../inbox/use-inbox-client.ts';
import { changePreferences } from '../change-preferences.ts';
import { withChannel, withDefaults, withPace } from './channel-choices.ts';
import { say } from '../../words/words.ts';

/** What a reader can wish for of channels: see `usePreferenceChanges`. */
export function useChannelChanges() {
  const client = useInboxClient();
  return useMemo(() => channelChanges(client), [client]);
}

/** What comes on which way, and in which language. */
const channelChanges = (client: ApolloClient) => ({
  setChannel: (category: string, channel: Channel, isOn: boolean) =>
    changePreferences(client, {
      mutation: SetChannelPreferenceDocument,
      variables: { category, channel, isOn },
      rehearsal: { channel: { category, channel, isOn } },
      guess: (known) => ({ ...known, categories: withChannel(known.categories, category, channel, isOn) }),
      failure: say('preferences.couldNotChange'),
    }),

  setPushContent: (isShown: boolean) =>
    changePreferences(client, {
      mutation: SetPushContentDocument,
      variables: { isShown },
      guess: (known) => ({ ...known, isPushContentShown: isShown }),
      failure: say('preferences.couldNotChangePush'),
    }),

  setPace: (category: string, channel: Channel, pace: Pace) =>
    changePreferences(client, {
      mutation: SetPaceDocument,
      variables: { category, channel, pace },
      rehearsal: { pace: { category, channel, pace } },
      guess: (known) => ({ ...known, categories: withPace(known.categories, category, channel, pace) }),
      failure: say('preferences.couldNotChange'),
    }),

  setDigestTime: (digestHour: number, digestWeekday: Weekday) =>
    changePreferences(client, {
      mutation: SetDigestTimeDocument,
      variables: { hour: digestHour, weekday: digestWeekday },
      rehearsal: { digestTime: { hour: digestHour, weekday: digestWeekday } },
      guess: (known) => ({ ...known, digestHour, digestWeekday }),
      failure: say('preferences.couldNotChangeDigests'),
    }),

  backToDefaults: (said: string) =>
    changePreferences(client, {
      mutation: ResetPreferencesDocument,
      rehearsal: { reset: true },
      guess: (known) => ({ ...known, categories: withDefaults(known.categories) }),
      said,
      failure: say('preferences.couldNotGoBack'),
    }),

  setLanguage: (language: Language) =>
    changePreferences(client, {
      mutation: SetLanguageDocument,
      variables: { language },
      guess: (known) => ({ ...known, language, isLanguageChosen: true }),
      failure: say('preferences.couldNotChangeLanguage'),
      // What declared types say is worded where it is read.
      onSaved: () => void rereadLists(client).catch(() => undefined),
    }),
});
