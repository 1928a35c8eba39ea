import type { ApolloClient } from '@apollo/client';

/** One object for each session, which dies with its client: nobody ever meets what another user has left behind. */
export function ofSession<T>(make: (client: ApolloClient) => T): (client: ApolloClient) => T {
  const made = new WeakMap<ApolloClient, T>();
  return (client) => {
    const known = made.get(client);
    if (known) return known;
    const one = make(client);
    made.set(client, one);
    return one;
  };
}
