import { usePreferencesQuery } from '../../generated/hooks.ts';
import { isSame, type Subject } from '../../inbox/subjects/subject.ts';
import { usePreferenceChanges } from '../use-preference-changes.ts';

/** Whether a subject is muted, and the change of that; null until it is known. */
export function useMuting(subject: Subject): { isMuted: boolean; toggle: () => Promise<boolean> } | null {
  const muted = usePreferencesQuery().data?.preferences.mutedSubjects;
  const { mute, unmute } = usePreferenceChanges();
  if (!muted) return null;
  const isMuted = muted.some((known) => isSame(known, subject));
  return { isMuted, toggle: () => (isMuted ? unmute : mute)(subject) };
}
