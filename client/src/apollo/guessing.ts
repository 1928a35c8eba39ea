import type { ApolloCache } from '@apollo/client';
import { toastFailure } from '../ui/layers/toast.ts';
import { errorText } from './error-text.ts';

let guesses = 0;

/**
 * Shows a guess until the work is done; then what the work wrote stands, or after a failure what was there before.
 * Resolves to whether the work succeeded; when it did not, the reader is told why.
 */
export async function guessing(
  cache: ApolloCache,
  guess: (cache: ApolloCache) => void,
  work: () => Promise<unknown>,
  failure: string,
): Promise<boolean> {
  const layer = `guess-${guesses++}`;
  cache.recordOptimisticTransaction(guess, layer);
  try {
    await work();
    return true;
  } catch (error) {
    toastFailure(failure, errorText(error));
    return false;
  } finally {
    cache.removeOptimistic(layer);
  }
}
