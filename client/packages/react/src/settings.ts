import { createContext, useContext } from 'react';
import type { FollowedInbox } from '../../client/src/followed-inbox.ts';
import type { HostWords } from '../../../src/words/host-words.ts';
import type { Language } from '../../../src/words/languages.ts';

/** The host's pages that ours lead to. Whatever is left out, nothing leads to it. */
export interface HostPages {
  /** The path of the page with all notifications. */
  inbox?: string;
  /** The path of the page of preferences. */
  preferences?: string;
  /** The path of one notification's own page, for those that are about nothing that has a page. */
  notification?: (id: string) => string;
}

export interface Settings {
  carillon: FollowedInbox;
  language: Language;
  words: HostWords | undefined;
  theme: 'light' | 'dark' | undefined;
  navigate: ((path: string) => void) | undefined;
  pages: HostPages;
}

export const SettingsContext = createContext<Settings | null>(null);

/** @throws outside of a `CarillonProvider` */
export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('Stands below no <CarillonProvider>');
  return settings;
}
