import { ApolloProvider } from '@apollo/client/react';
import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { PagesContext } from '../../../src/notifications/pages.ts';
import { Boundary } from '../../../src/ui/page/boundary.tsx';
import type { HostWords } from '../../../src/words/host-words.ts';
import { WRITING, type Language } from '../../../src/words/languages.ts';
import { speakIn } from '../../../src/words/load.ts';
import { spoken } from '../../../src/words/words.ts';
import { WordsProvider } from '../../../src/words/use-words.tsx';
import '../../../src/ui/base.css';
import { HostNavigation } from './host-router.tsx';
import { useSettings } from './settings.ts';
import { takeWords } from './take-words.ts';
import './shadow.css';

/** What stands around everything that we draw on a host's page. What fails to be drawn there costs itself alone. */
export function Frame({ children }: { children: ReactNode }) {
  const { carillon, language, words, theme, navigate, pages } = useSettings();
  const isReady = useLanguage(language, words);
  const known = useMemo(
    () => ({
      inbox: pages.inbox ?? null,
      preferences: pages.preferences ?? null,
      notification: pages.notification ?? null,
      // Only our own have addresses for these.
      category: null,
      about: null,
    }),
    [pages.inbox, pages.preferences, pages.notification],
  );
  if (!isReady) return null;
  const { isRightToLeft } = WRITING[spoken()];
  return (
    <div
      className="carillon-root"
      part="root"
      lang={spoken()}
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      data-theme={theme}
      data-room
    >
      <ApolloProvider client={carillon.apollo}>
        <WordsProvider>
          <HostNavigation.Provider value={navigate}>
            <PagesContext.Provider value={known}>
              <Boundary fallback={null}>
                <Suspense fallback={null}>{children}</Suspense>
              </Boundary>
            </PagesContext.Provider>
          </HostNavigation.Provider>
        </WordsProvider>
      </ApolloProvider>
    </div>
  );
}

/** Whether its words have come, and the host's own, or those of another one had before. */
function useLanguage(language: Language, words: HostWords | undefined): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const show = () => setReady(true);
    Promise.all([speakIn(language), takeWords(words)]).then(show, show);
  }, [language, words]);
  return isReady;
}
