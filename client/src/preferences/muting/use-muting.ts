import { useApolloClient } from '@apollo/client/react';
import { usePreferencesQuery } from '../../generated/preferences.ts';
import { undoOf } from '../../inbox/acts/undo.ts';
import { isSame, nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { say } from '../../words/words.ts';
import { usePreferenceChanges } from '../use-preference-changes.ts';

type Muting = {
  isMuted: boolean;
  /** @param isShown whether a toast says what was done and leads back; it can be undone by the keys in any case */
  toggle: (isShown: boolean) => Promise<boolean>;
};

/** Whether a subject is muted, and the change of that; null until it is known. */
export function useMuting(subject: Subject): Muting | null {
  const client = useApolloClient();
  const muted = usePreferencesQuery().data?.preferences.mutedSubjects;
  const changes = usePreferenceChanges();
  if (!muted) return null;
  const isMuted = muted.some((known) => isSame(known, subject));
  const [change, back] = isMuted ? [changes.unmute, changes.mute] : [changes.mute, changes.unmute];
  const toggle = async (isShown: boolean) => {
    if (!(await change(subject))) return false;
    const step = { former: [], count: 1, way: { back: () => back(subject) } };
    const said = wordsOf(subject, !isMuted);
    undoOf(client).offer({ said, ids: [], count: 1, steps: [Promise.resolve(step)] }, isShown);
    return true;
  };
  return { isMuted, toggle };
}

function wordsOf(subject: Subject, isMuted: boolean): string {
  return say(isMuted ? 'muting.comesWithoutRinging' : 'wish.unmuted', { name: nameOf(subject) });
}
