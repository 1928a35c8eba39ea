import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { SetLanguageDocument } from '../../generated/channels.ts';
import type { Language as Enum } from '../../generated/graphql.ts';
import { usePreferencesQuery } from '../../generated/preferences.ts';
import type { Language } from '../../words/languages.ts';
import { changeLanguage } from '../../words/load.ts';
import { browserLanguage, rememberLanguage } from '../../words/browser-language.ts';

/** Lets every page speak the reader's language, the one of their e-mails, from the moment that it is chosen anywhere. */
export function useReaderLanguage(): void {
  const preferences = usePreferencesQuery().data?.preferences;
  const chosen = preferences?.isLanguageChosen ? (preferences.language.toLowerCase() as Language) : undefined;
  const isKnown = preferences !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    rememberLanguage(chosen);
    // What does not come now comes with the next page: until then it stays as it is.
    void changeLanguage(chosen ?? browserLanguage()).catch(() => undefined);
  }, [isKnown, chosen]);
}

/**
 * Readers who never chose a language most likely read the one that their browser asks for, so it is chosen for them, once:
 * e-mails and notifications come in that of the pages. Where that is English, it is as if it was chosen.
 * @param pages what they are in, where it is not what the browser asks for
 */
export function useFirstLanguage(pages?: Language): void {
  const client = useApolloClient();
  const isChosen = usePreferencesQuery().data?.preferences.isLanguageChosen;
  useEffect(() => {
    const language = pages ?? browserLanguage();
    if (isChosen !== false || language === 'en') return;
    const variables = { language: language.toUpperCase() as Enum };
    void client.mutate({ mutation: SetLanguageDocument, variables }).catch(() => undefined);
  }, [client, isChosen, pages]);
}
