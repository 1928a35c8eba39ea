import type { ApolloClient } from '@apollo/client';
import { MuteApplicationDocument, UnmuteApplicationDocument } from '../../generated/graphql.ts';
import { changePreferences } from '../change-preferences.ts';
import { named } from '../named.ts';

type Application = { id: string; title: string };

/** Which applications shall be heard of only in the inbox. */
export const mutingChanges = (client: ApolloClient) => ({
  mute: ({ id, title }: Application) =>
    changePreferences(client, {
      mutation: MuteApplicationDocument,
      variables: { id },
      guess: (known) => ({
        ...known,
        mutedApplications: [named('Application', { id, title }), ...without(known.mutedApplications, id)],
      }),
      failure: 'Could not mute',
    }),

  unmute: ({ id, title }: Application) =>
    changePreferences(client, {
      mutation: UnmuteApplicationDocument,
      variables: { id },
      guess: (known) => ({ ...known, mutedApplications: without(known.mutedApplications, id) }),
      said: `“${title}” is no longer muted`,
      failure: 'Could not unmute',
    }),
});

function without(applications: Application[], id: string): Application[] {
  return applications.filter((application) => application.id !== id);
}
