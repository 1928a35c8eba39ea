import { useEffect, useInsertionEffect, useMemo, useRef, type ReactNode } from 'react';
import { InboxClientContext } from '../../../src/inbox/use-inbox-client.ts';
import { IconsContext, type Icons } from '../../../src/ui/icons.ts';
import type { HostWords } from '../../../src/words/host-words.ts';
import { firstKnown, type Language } from '../../../src/words/languages.ts';
import { FollowedInbox } from '../../client/src/followed-inbox.ts';
import { SettingsContext, type HostPages, type Settings } from './settings.ts';

export interface CarillonProviderProps {
  /** The server's address: `https://carillon.example.com`. The page's origin stands in the server's `ALLOWED_ORIGINS`. */
  url: string;
  /**
   * A token of the reader, signed for the server. Asked for when one is needed, when it ends soon, and when the server
   * refuses it. For another reader give the provider another `key`: nobody meets what another one has left behind.
   */
  getToken: () => string | Promise<string>;
  /**
   * `en`, `de`, `fr` or `ar`, also with a region: `de-CH`. By default that of the page (`<html lang>`), else the browser's;
   * English where we do not know it.
   */
  language?: string;
  /**
   * Texts of yours in the place of ours, in ICU MessageFormat by our keys: `{ 'notification.many': 'Letters' }`, or one such
   * map for each language. One for the whole page. What cannot be said is warned of once, and ours stays.
   */
  words?: HostWords;
  /** Icons of yours in the place of ours. They stand for nothing that is not said in words too. */
  icons?: Icons;
  /** By default as the page's `color-scheme` says. */
  theme?: 'light' | 'dark';
  /** Goes to a path of the application, by its router; without it, links load their page. */
  navigate?: (path: string) => void;
  /** The application's pages that ours lead to. */
  pages?: HostPages;
  children?: ReactNode;
}

const NO_PAGES: HostPages = {};
const NO_ICONS: Icons = {};

/**
 * Follows the reader's inbox for everything below it, over one socket. An Apollo provider of the host's, above or below,
 * is left alone, and so is its cache.
 */
export function CarillonProvider(props: CarillonProviderProps) {
  const { url, getToken } = props;
  const newest = useRef(getToken);
  useInsertionEffect(() => {
    newest.current = getToken;
  }, [getToken]);
  // eslint-disable-next-line react-hooks/refs -- asked for when a request is made, never while this is drawn
  const carillon = useMemo(() => new FollowedInbox({ url, getToken: () => newest.current() }), [url]);
  return <Provided {...props} carillon={carillon} />;
}

type ProvidedProps = Omit<CarillonProviderProps, 'url' | 'getToken'> & { carillon: FollowedInbox };

/** The same for an inbox that others may share. */
export function Provided(props: ProvidedProps) {
  const { carillon, language, words, icons = NO_ICONS, theme, navigate, pages = NO_PAGES, children } = props;
  useEffect(() => carillon.follow(), [carillon]);
  const settings = useMemo<Settings>(
    () => ({ carillon, language: knownOf(language), words, theme, navigate, pages }),
    [carillon, language, words, theme, navigate, pages],
  );
  return (
    <SettingsContext.Provider value={settings}>
      <InboxClientContext.Provider value={carillon.apollo}>
        <IconsContext.Provider value={icons}>{children}</IconsContext.Provider>
      </InboxClientContext.Provider>
    </SettingsContext.Provider>
  );
}

function knownOf(language: string | undefined): Language {
  if (language) return firstKnown([language]);
  if (typeof document === 'undefined') return 'en';
  const { lang } = document.documentElement;
  return firstKnown(lang ? [lang] : navigator.languages);
}
