import { useEffect, useMemo } from 'react';
import { useChannelChanges } from '../../../src/preferences/channels/use-channel-changes.ts';
import type { Subject } from '../../../src/inbox/subjects/subject.ts';
import { useFollowedPreferences } from '../../../src/preferences/follow-preferences.ts';
import { useQuietChanges } from '../../../src/preferences/quiet/use-quiet-changes.ts';
import { useKnownPreferences } from '../../../src/preferences/use-known-preferences.ts';
import { usePreferenceChanges } from '../../../src/preferences/use-preference-changes.ts';
import { withWords } from '../../../src/words/load.ts';
import { say } from '../../../src/words/words.ts';
import { useSettings } from './settings.ts';

/** What is muted or let go on; label and address are shown where it is listed. */
export interface SubjectToMute {
  type: string;
  subjectId: string;
  label?: string | null;
  url?: string | null;
}

/**
 * The reader's preferences, as they are on all their devices, and what changes them.
 *
 * - `preferences`: undefined until they are known. `categories` with their switches (`isOn`, `isDefault`, `pace` of each
 *   channel), `quietWeek`, `doNotDisturbUntil`, `digestHour` and `digestWeekday`, `timeZone`, `language`, `mutedSubjects`.
 * - `loading`: they are on their way and there is nothing to show yet. `error`: why they are not there; `retry()` asks again.
 * - `setChannel(category, channel, isOn)`, `setPace(category, channel, pace)`, `setDigestTime(hour, weekday)`, `reset()`:
 *   what comes on which way, and how soon; `reset` takes back every choice of channel and pace.
 * - `setQuietHours({ from: '22:00', until: '07:00' } | null, weekdays?)`: on these weekdays, by default on all; null for none.
 * - `setDoNotDisturb(until | null)`: seven days from now at most. `setTimeZone(name)`, `setLanguage(language)`.
 * - `mute(subject)`, `unmute(subject)`: it comes without ringing or being sent.
 *
 * A change shows at once, and changes back where the server refuses, which `<Toasts/>` tells. They resolve to whether it
 * was saved and never reject.
 */
export function usePreferences() {
  const { carillon } = useSettings();
  const { preferences, error, retry } = useKnownPreferences();
  useFollowedPreferences(carillon);
  // Those in which a failure is told.
  useEffect(() => void withWords('preferences', Promise.resolve()).catch(() => undefined), []);
  const ofChannels = useChannelChanges();
  const ofQuiet = useQuietChanges();
  const others = usePreferenceChanges();
  const changes = useMemo(() => {
    const { backToDefaults, setChannel, setPace, setDigestTime, setLanguage } = ofChannels;
    const { setDoNotDisturb, mute, unmute } = others;
    return {
      ...{ setChannel, setPace, setDigestTime, setLanguage, setDoNotDisturb, ...ofQuiet },
      reset: () => backToDefaults(say('wish.saved')),
      mute: (subject: SubjectToMute) => mute(whole(subject)),
      unmute: (subject: SubjectToMute) => unmute(whole(subject)),
    };
  }, [ofChannels, ofQuiet, others]);
  return {
    preferences,
    loading: !preferences && !error,
    error: preferences ? undefined : error,
    retry,
    ...changes,
  };
}

const whole = ({ type, subjectId, label = null, url = null }: SubjectToMute): Subject => ({
  type,
  subjectId,
  label,
  url,
});
