import { IconCloudOff } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { errorText } from '../inbox/error-text.ts';
import type { PreferencesFieldsFragment } from '../generated/graphql.ts';
import { usePreferencesQuery } from '../generated/preferences.ts';
import { Page } from '../ui/page/page.tsx';
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
import { useFocusOnPlace } from './use-focus-on-place.ts';
import './preferences.css';
import { PLACES } from '../../../server/src/platform/text/places.ts';
import { useWords } from '../words/use-words.tsx';

const PushCard = lazyPart(async () => (await import('./push/push-card.tsx')).PushCard);
const TextMessagesCard = lazyPart(
  async () => (await import('./phone/text-messages-card.tsx')).TextMessagesCard,
);
const TopicsCard = lazyPart(async () => (await import('./topics/topics-card.tsx')).TopicsCard);

type Props = {
  /** About all that is kept of the reader. */
  ownData?: ReactNode;
  thisBrowser?: ReactNode;
};

/** All that a reader can wish for, in one place: for themselves on every device, and below it for this browser. */
export function PreferencesPage({ ownData, thisBrowser }: Props) {
  const say = useWords();
  const { data, error, refetch } = usePreferencesQuery({
    // A category may be new since they were last told.
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const preferences = data?.preferences;
  const [areAllThere, setAllThere] = useState(false);
  const tellAllThere = useCallback(() => setAllThere(true), []);
  useFocusOnPlace(areAllThere);
  return (
    <Page title={say('preferences.title')} lead={say('preferences.lead')} narrow>
      <SavingNote />
      <RehearsalNote />
      {preferences && <Sections preferences={preferences} onceThere={tellAllThere} />}
      {!preferences && !error && <RowSkeletons count={4} />}
      {!preferences && error && (
        <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />
      )}
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

type SectionsProps = { preferences: PreferencesFieldsFragment; onceThere: () => void };

function Sections({ preferences, onceThere }: SectionsProps) {
  return (
    <>
      <LookFirst />
      <DoNotDisturbCard until={preferences.doNotDisturbUntil} />
      <ChannelMatrix {...preferences} />
      <Suspense fallback={<RowSkeletons count={4} />}>
        <PushCard {...preferences} />
        <TextMessagesCard {...preferences} />
        <QuietHoursCard {...preferences} />
        <TimeZoneCard timeZone={preferences.timeZone} />
        <LanguageCard isChosen={preferences.isLanguageChosen} language={preferences.language} />
        <TopicsCard />
        <MutedCard subjects={preferences.mutedSubjects} />
        <There tell={onceThere} />
      </Suspense>
    </>
  );
}

/** Tells that what stands beside it is on the page: some of that comes by itself, and later. */
function There({ tell }: { tell: () => void }): null {
  useEffect(tell, [tell]);
  return null;
}
