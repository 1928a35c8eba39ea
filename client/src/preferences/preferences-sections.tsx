import { IconCloudOff } from '@tabler/icons-react';
import { Suspense, useEffect, type ReactNode } from 'react';
import { errorText } from '../inbox/error-text.ts';
import type { PreferencesFieldsFragment } from '../generated/graphql.ts';
import { lazyPart } from '../ui/page/lazy-part.ts';
import { LoadFailure, RowSkeletons } from '../ui/page/states.tsx';
import { ChannelMatrix } from './channels/channel-matrix.tsx';
import { DoNotDisturbCard } from './quiet/do-not-disturb-card.tsx';
import { LanguageCard } from './language/language-card.tsx';
import { MutedCard } from './muting/muted-card.tsx';
import { QuietHoursCard } from './quiet/quiet-hours-card.tsx';
import { LookFirst } from './rehearsal/look-first.tsx';
import { RehearsalNote } from './rehearsal/rehearsal-note.tsx';
import { SavingNote } from './saving-note.tsx';
import { TimeZoneCard } from './zone/time-zone-card.tsx';
import type { useKnownPreferences } from './use-known-preferences.ts';
import './preferences.css';
import type { PlainKey } from '../words/words.ts';

const TextMessagesCard = lazyPart(
  async () => (await import('./phone/text-messages-card.tsx')).TextMessagesCard,
);
const TopicsCard = lazyPart(async () => (await import('./topics/topics-card.tsx')).TopicsCard);

type OfPage = {
  /** Pushes need a worker of our own address. */
  pushes?: ReactNode;
  /** What the language is chosen for. */
  languageLead: PlainKey;
  /** Told once all of it is there: some of that comes by itself, and later. */
  onceThere?: () => void;
};

/** All that a reader can wish for on every device, on whoever's page it stands. */
export function PreferencesSections(props: ReturnType<typeof useKnownPreferences> & OfPage) {
  const { preferences, error, retry, ...ofPage } = props;
  return (
    <>
      <SavingNote />
      <RehearsalNote />
      {preferences && <Sections preferences={preferences} {...ofPage} />}
      {!preferences && !error && <RowSkeletons count={4} />}
      {!preferences && error && (
        <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />
      )}
    </>
  );
}

type SectionsProps = OfPage & { preferences: PreferencesFieldsFragment };

function Sections({ preferences, pushes, languageLead, onceThere }: SectionsProps) {
  const { timeZone, language, isLanguageChosen } = preferences;
  return (
    <>
      <LookFirst />
      <DoNotDisturbCard until={preferences.doNotDisturbUntil} />
      <ChannelMatrix {...preferences} />
      <Suspense fallback={<RowSkeletons count={4} />}>
        {pushes}
        <TextMessagesCard {...preferences} />
        <QuietHoursCard {...preferences} />
        <TimeZoneCard timeZone={timeZone} />
        <LanguageCard isChosen={isLanguageChosen} language={language} lead={languageLead} />
        <TopicsCard />
        <MutedCard subjects={preferences.mutedSubjects} />
        {onceThere && <There tell={onceThere} />}
      </Suspense>
    </>
  );
}

/** Tells that what stands beside it is on the page. */
function There({ tell }: { tell: () => void }): null {
  useEffect(tell, [tell]);
  return null;
}
