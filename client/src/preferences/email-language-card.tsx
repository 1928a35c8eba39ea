import type { Language } from '../generated/graphql.ts';
import { SegmentedControl } from '../ui/buttons/segmented-control.tsx';
import { useChannelChanges } from './channels/use-channel-changes.ts';
import { PLACES } from '../../../server/src/platform/text/places.ts';

// Each in its own words, so that whoever looks for theirs finds it.
const LANGUAGES: { value: Language; label: React.ReactNode }[] = [
  { value: 'EN', label: <span lang="en">English</span> },
  { value: 'DE', label: <span lang="de">Deutsch</span> },
  { value: 'FR', label: <span lang="fr">Français</span> },
  { value: 'AR', label: <span lang="ar">العربية</span> },
];

export function EmailLanguageCard({ language }: { language: Language }) {
  const { setLanguage } = useChannelChanges();
  return (
    <section
      id={PLACES.language}
      className="card place setting"
      tabIndex={-1}
      aria-labelledby="language-title"
    >
      <h2 id="language-title">Language of e-mails</h2>
      <p>
        They are written in it, and so are categories and notifications that know it. These pages are in
        English.
      </p>
      <SegmentedControl
        aria-labelledby="language-title"
        data={LANGUAGES}
        value={language}
        onChange={(chosen) => void setLanguage(chosen)}
      />
    </section>
  );
}
