import type { ApolloClient } from '@apollo/client';
import {
  ResetPreferencesDocument,
  SetChannelPreferenceDocument,
  SetLanguageDocument,
  type Channel,
  type Language,
} from '../../generated/graphql.ts';
import { changePreferences } from '../change-preferences.ts';
import { withChannel, withDefaults } from './channel-choices.ts';

/** What comes on which way, and in which language. */
export const channelChanges = (client: ApolloClient) => ({
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

  setLanguage: (language: Language) =>
    changePreferences(client, {
      mutation: SetLanguageDocument,
      variables: { language },
      guess: (known) => ({ ...known, language }),
      failure: 'Could not change the language',
    }),
});
