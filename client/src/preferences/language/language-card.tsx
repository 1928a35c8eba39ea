import type { Language } from '../../generated/graphql.ts';
import { SegmentedControl } from '../../ui/buttons/segmented-control.tsx';
import { useWords } from '../../words/use-words.tsx';
import { spoken, type PlainKey } from '../../words/words.ts';
import { useChannelChanges } from '../channels/use-channel-changes.ts';
import '../../ui/fields/setting.css';
import { PLACES } from '../../../../server/src/platform/text/places.ts';

// Each in its own words, so that whoever looks for theirs finds it.
const LANGUAGES: { value: Language; label: React.ReactNode }[] = [
  { value: 'EN', label: <span lang="en">English</span> },
  { value: 'DE', label: <span lang="de">Deutsch</span> },
  { value: 'FR', label: <span lang="fr">Français</span> },
  { value: 'AR', label: <span lang="ar">العربية</span> },
];

type Props = {
  isChosen: boolean;
  language: Language;
  /** What it is chosen for. */
  lead: PlainKey;
};

/** One for all that is sent, and for the pages if they are ours. As long as nobody has chosen, it shows what is spoken here. */
export function LanguageCard({ isChosen, language, lead }: Props) {
  const say = useWords();
  const { setLanguage } = useChannelChanges();
  return (
    <section
      id={PLACES.language}
      className="card place setting"
      tabIndex={-1}
      aria-labelledby="language-title"
    >
      <h2 id="language-title">{say('preferences.language')}</h2>
      <p>{say(lead)}</p>
      <SegmentedControl
        aria-labelledby="language-title"
        data={LANGUAGES}
        value={isChosen ? language : (spoken().toUpperCase() as Language)}
        onChange={(chosen) => void setLanguage(chosen)}
      />
    </section>
  );
}
