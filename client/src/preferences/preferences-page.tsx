import { useCallback, useState, type ReactNode } from 'react';
import { Page } from '../ui/page/page.tsx';
import { lazyPart } from '../ui/page/lazy-part.ts';
import { PreferencesSections } from './preferences-sections.tsx';
import { useFocusOnPlace } from './use-focus-on-place.ts';
import { useKnownPreferences } from './use-known-preferences.ts';
import { PLACES } from '../../../server/src/platform/text/places.ts';
import { useWords } from '../words/use-words.tsx';

const PushCard = lazyPart(async () => (await import('./push/push-card.tsx')).PushCard);

type Props = {
  /** About all that is kept of the reader. */
  ownData?: ReactNode;
  thisBrowser?: ReactNode;
};

/** All that a reader can wish for, in one place: for themselves on every device, and below it for this browser. */
export function PreferencesPage({ ownData, thisBrowser }: Props) {
  const say = useWords();
  const known = useKnownPreferences();
  const { preferences, error } = known;
  const [areAllThere, setAllThere] = useState(false);
  const tellAllThere = useCallback(() => setAllThere(true), []);
  useFocusOnPlace(areAllThere);
  return (
    <Page title={say('preferences.title')} lead={say('preferences.lead')} narrow>
      <PreferencesSections
        {...known}
        pushes={preferences && <PushCard {...preferences} />}
        languageLead="preferences.languageLead"
        onceThere={tellAllThere}
      />
      {preferences && ownData}
      {/* Not before the rest, which would push it away from under the reader. */}
      {thisBrowser && (preferences ?? error) && (
        <div id={PLACES.thisBrowser} className="place" tabIndex={-1}>
          <h2 className="section-title">{say('preferences.onlyHere')}</h2>
          {thisBrowser}
        </div>
      )}
    </Page>
  );
}
