import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { MuteSubjectDocument, SetDoNotDisturbDocument, UnmuteSubjectDocument } from '../generated/graphql.ts';
import { isolated } from '../../../server/src/platform/text/bidi.ts';
import { isSame, nameOf, refOf, type Subject } from '../inbox/subjects/subject.ts';
import { momentWords } from '../ui/words/moment.ts';
import { changePreferences, named } from './change-preferences.ts';

/**
 * What a reader can wish for on every page; what only the page of preferences offers comes with that. Each shows at
 * once; the promises never reject, they tell whether it was saved.
 */
export function usePreferenceChanges() {
  const client = useApolloClient();
  return useMemo(() => ({ ...disturbingChanges(client), ...mutingChanges(client) }), [client]);
}

/** For how long nothing shall disturb. */
const disturbingChanges = (client: ApolloClient) => ({
  setDoNotDisturb: (until: Date | null) =>
    changePreferences(client, {
      mutation: SetDoNotDisturbDocument,
      variables: { until: until?.toISOString() ?? null },
      rehearsal: { doNotDisturb: { until: until?.toISOString() ?? null } },
      guess: (known) => ({ ...known, doNotDisturbUntil: until?.toISOString() ?? null }),
      said: until ? `Do not disturb until ${momentWords(until.getTime())}` : 'Do not disturb has ended',
      failure: until ? 'Could not turn on do not disturb' : 'Could not end do not disturb',
    }),
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
      said: `“${isolated(nameOf(subject))}” is muted`,
      failure: 'Could not mute',
    }),

  unmute: (subject: Subject) =>
    changePreferences(client, {
      mutation: UnmuteSubjectDocument,
      variables: { subject: refOf(subject) },
      rehearsal: { unmute: refOf(subject) },
      guess: (known) => ({ ...known, mutedSubjects: without(known.mutedSubjects, subject) }),
      said: `“${isolated(nameOf(subject))}” is no longer muted`,
      failure: 'Could not unmute',
    }),
});

const without = (subjects: Subject[], gone: Subject) => subjects.filter((subject) => !isSame(subject, gone));
