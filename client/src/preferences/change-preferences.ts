import type { ApolloClient, ObservableQuery, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { guessing } from '../apollo/guessing.ts';
import { PreferencesDocument, type PreferencesFieldsFragment } from '../generated/graphql.ts';
import { showSaving } from './saving.ts';

type Preferences = PreferencesFieldsFragment;

type Change<Variables extends OperationVariables> = {
  mutation: TypedDocumentNode<unknown, Variables>;
  variables?: Variables;
  /** What the server will most likely make of it; shown until it has. */
  guess: (preferences: Preferences) => Preferences;
  said?: string;
  failure: string;
};

const queues = new WeakMap<ApolloClient, Promise<unknown>>();

/** Shows a change at once, and takes it back, saying why, when the server does not agree. Never rejects. */
export function changePreferences<Variables extends OperationVariables>(
  client: ApolloClient,
  { mutation, variables, guess, said = 'Saved', failure }: Change<Variables>,
): Promise<boolean> {
  const send = () => client.mutate({ mutation, ...(variables && { variables }) } as never);
  const change = guessing(
    client.cache,
    (cache) => {
      cache.updateQuery({ query: PreferencesDocument }, (known) =>
        known ? { preferences: guess(known.preferences) } : undefined,
      );
    },
    () => inTurn(client, send),
    failure,
  );
  void change.then((isSaved) => isSaved && lookAtDeliveriesAgain(client));
  return showSaving(change, said);
}

/** Whoever looks at what was decided sees what the change makes of it. */
function lookAtDeliveriesAgain(client: ApolloClient): void {
  const onQueryUpdated = ({ queryName }: ObservableQuery) => queryName === 'Deliveries';
  void client.refetchQueries({ include: 'active', onQueryUpdated }).catch(() => undefined);
}

// One after the other, as the reader made them: each answer has all the preferences, and the last must be the newest.
function inTurn(client: ApolloClient, send: () => Promise<unknown>): Promise<unknown> {
  const turn = (queues.get(client) ?? Promise.resolve()).then(send, send);
  queues.set(client, turn);
  return turn;
}
