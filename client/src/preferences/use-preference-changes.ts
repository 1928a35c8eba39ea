import type { ApolloClient } from '@apollo/client';
import { useMemo } from 'react';
import {
  MuteSubjectDocument,
  SetDoNotDisturbDocument,
  UnmuteSubjectDocument,
} from '../generated/preferences.ts';
import { failuresOf } from '../inbox/acts/failures.ts';
import { isMoment } from '../inbox/moment.ts';
import { isSame, nameOf, refOf, type Subject } from '../inbox/subjects/subject.ts';
import { useInboxClient } from '../inbox/use-inbox-client.ts';
import { momentWords } from '../ui/words/moment.ts';
import { changePreferences, named } from './change-preferences.ts';
import { say } from '../words/words.ts';

/**
 * What a reader can wish for on every page; what only the page of preferences offers comes with that. Each shows at
 * once; the promises never reject, they tell whether it was saved.
 */
export function usePreferenceChanges() {
  const client = useInboxClient();
  return useMemo(() => ({ ...disturbingChanges(client), ...mutingChanges(client) }), [client]);
}

/** For how long nothing shall disturb. */
const disturbingChanges = (client: ApolloClient) => ({
  setDoNotDisturb: (until: Date | null): Promise<boolean> => {
    const failure = say(until ? 'wish.couldNotTurnOn' : 'wish.couldNotEnd');
    if (until !== null && !isMoment(until)) return failuresOf(client).refuse(failure);
    const moment = until?.toISOString() ?? null;
    return changePreferences(client, {
      mutation: SetDoNotDisturbDocument,
      variables: { until: moment },
      rehearsal: { doNotDisturb: { until: moment } },
      guess: (known) => ({ ...known, doNotDisturbUntil: moment }),
      said: until
        ? say('wish.doNotDisturbUntil', { moment: momentWords(until.getTime()) })
        : say('wish.doNotDisturbEnded'),
      failure,
    });
  },
});

/** What shall be heard of only in the inbox. */
const mutingChanges = (client: ApolloClient) => ({
  mute: (subject: Subject) =>
    changePreferences(client, {
      mutation: MuteSubjectDocument,
      variables: { subject: refOf(subject) },
      rehearsal: { mute: refOf(subject) },
      guess: (known) => ({
        ...known,
        mutedSubjects: [named('Subject', { ...subject }), ...without(known.mutedSubjects, subject)],
      }),
      said: say('wish.muted', { name: nameOf(subject) }),
      failure: say('wish.couldNotMute'),
    }),

  unmute: (subject: Subject) =>
    changePreferences(client, {
      mutation: UnmuteSubjectDocument,
      variables: { subject: refOf(subject) },
      rehearsal: { unmute: refOf(subject) },
      guess: (known) => ({ ...known, mutedSubjects: without(known.mutedSubjects, subject) }),
      said: say('wish.unmuted', { name: nameOf(subject) }),
      failure: say('wish.couldNotUnmute'),
    }),
});

const without = (subjects: Subject[], gone: Subject) => subjects.filter((subject) => !isSame(subject, gone));
