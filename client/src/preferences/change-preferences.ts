import type { ApolloClient, ObservableQuery, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { guessing } from '../inbox/acts/guessing.ts';
import { PreferencesDocument } from '../generated/preferences.ts';
import type { PreferenceChangeInput, PreferencesFieldsFragment } from '../generated/graphql.ts';
import { say } from '../words/words.ts';
import { rehearsalsOf } from './rehearsal/rehearsals.ts';
import { savingOf } from './saving.ts';

type Preferences = PreferencesFieldsFragment;

type Change<Variables extends OperationVariables> = {
  mutation: TypedDocumentNode<unknown, Variables>;
  variables?: Variables;
  /** What the server will most likely make of it; shown until it has. */
  guess: (preferences: Preferences) => Preferences;
  /** As it is rehearsed for whoever looks first; left out: it cannot be. */
  rehearsal?: PreferenceChangeInput;
  said?: string;
  failure: string;
  /** What follows from it. */
  onSaved?: () => void;
};

/**
 * Shows a change at once, and takes it back, saying why, when the server does not agree. Never rejects; false also where
 * the reader has looked first and left it.
 */
export async function changePreferences<Variables extends OperationVariables>(
  client: ApolloClient,
  change: Change<Variables>,
): Promise<boolean> {
  const rehearsals = rehearsalsOf(client);
  rehearsals.leave();
  // Whoever does not look first waits for nothing, not even for a promise.
  const isAsked = change.rehearsal !== undefined && rehearsals.get().isLookingFirst;
  if (isAsked && !(await rehearsals.isWanted(change.rehearsal!))) return false;
  return save(client, change);
}

function save<Variables extends OperationVariables>(
  client: ApolloClient,
  change: Change<Variables>,
): Promise<boolean> {
  const { mutation, variables, guess, said, failure, onSaved } = change;
  const saving = savingOf(client);
  const send = () => client.mutate({ mutation, ...(variables && { variables }) } as never);
  const saved = guessing(client, {
    guess: (cache) => {
      cache.updateQuery({ query: PreferencesDocument }, (known) =>
        known ? { preferences: guess(known.preferences) } : undefined,
      );
    },
    work: () => saving.inTurn(send),
    failure,
    again: () => save(client, change),
  }).then(({ isDone }) => isDone);
  void saved.then((isSaved) => {
    if (!isSaved) return;
    lookAtDeliveriesAgain(client);
    onSaved?.();
  });
  // It may be the language that was changed.
  return saving.show(saved, () => said ?? say('wish.saved'));
}

/** Whoever looks at what was decided sees what the change makes of it. */
function lookAtDeliveriesAgain(client: ApolloClient): void {
  const onQueryUpdated = ({ queryName }: ObservableQuery) => queryName === 'Deliveries';
  void client.refetchQueries({ include: 'active', onQueryUpdated }).catch(() => undefined);
}

/** What is new in a guess needs the name of its type, by which the cache knows it. */
export const named = <Fields>(__typename: string, fields: Fields): Fields => ({ __typename, ...fields });
