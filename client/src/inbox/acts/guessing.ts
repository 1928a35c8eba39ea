import type { ApolloCache, ApolloClient } from '@apollo/client';
import { errorText } from '../error-text.ts';
import { failuresOf } from './failures.ts';
import { ofSession } from '../of-session.ts';

const guesses = ofSession(() => ({ count: 0 }));

/**
 * Shows a guess until the work is done; then what the work wrote stands, or after a failure what was there before.
 * Resolves to whether the work succeeded; when it did not, the reader is told why.
 */
export async function guessing(
  client: ApolloClient,
  guess: (cache: ApolloCache) => void,
  work: () => Promise<unknown>,
  failure: string,
): Promise<boolean> {
  const { cache } = client;
  const layer = `guess-${guesses(client).count++}`;
  cache.recordOptimisticTransaction(guess, layer);
  try {
    await work();
    return true;
  } catch (error) {
    failuresOf(client).tell(failure, errorText(error));
    return false;
  } finally {
    cache.removeOptimistic(layer);
  }
}
