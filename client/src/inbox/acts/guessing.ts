import type { ApolloCache, ApolloClient } from '@apollo/client';
import { errorText } from '../error-text.ts';
import { failuresOf } from './failures.ts';
import { ofSession } from '../of-session.ts';
import type { Meant } from '../offline/offline-act.ts';
import { isUnanswered, waitingOf } from '../offline/waiting.ts';

const guesses = ofSession(() => ({ count: 0 }));

/**
 * Shows a guess until the work is done; then what the work wrote stands, or after a failure what was there before.
 * Resolves to whether the work succeeded; when it did not, the reader is told why. What is `meant` may wait for the
 * server instead: then it has succeeded as far as the reader is concerned.
 */
export async function guessing(
  client: ApolloClient,
  guess: (cache: ApolloCache) => void,
  work: () => Promise<unknown>,
  failure: string,
  meant?: Meant,
): Promise<boolean> {
  const { cache } = client;
  const waiting = waitingOf(client);
  if (meant && waiting.mustWait()) {
    waiting.add(meant);
    return true;
  }
  const layer = `guess-${guesses(client).count++}`;
  cache.recordOptimisticTransaction(guess, layer);
  try {
    await work();
    return true;
  } catch (error) {
    if (meant && isUnanswered(error) && waiting.canWait()) {
      waiting.add(meant);
      return true;
    }
    failuresOf(client).tell(failure, errorText(error));
    return false;
  } finally {
    cache.removeOptimistic(layer);
  }
}
