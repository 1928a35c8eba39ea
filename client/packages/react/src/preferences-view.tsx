import '../../../src/ui/page/page.css';
import { PreferencesSections } from '../../../src/preferences/preferences-sections.tsx';
import { useFirstLanguage } from '../../../src/preferences/language/reader-language.ts';
import { useFollowedPreferences } from '../../../src/preferences/follow-preferences.ts';
import { useKnownPreferences } from '../../../src/preferences/use-known-preferences.ts';
import { useFirstTimeZone, useReaderZone } from '../../../src/preferences/zone/reader-zone.ts';
import { useWords } from '../../../src/words/use-words.tsx';
import { useSettings } from './settings.ts';
import './preferences-view.css';

/** What reaches the reader, how and when, on all their devices; what belongs to our own pages alone is not here. */
export function PreferencesView() {
  const say = useWords();
  const { carillon, language } = useSettings();
  const known = useKnownPreferences();
  useFollowedPreferences(carillon);
  // The times that are chosen here are by the reader's clock.
  useFirstTimeZone();
  useReaderZone();
  useFirstLanguage(language);
  return (
    <section aria-label={say('preferences.title')} data-frame="preferences" part="preferences">
      <PreferencesSections {...known} languageLead="preferences.languageOfMail" />
    </section>
  );
}
