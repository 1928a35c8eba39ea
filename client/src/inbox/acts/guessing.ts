import type { ApolloCache, ApolloClient } from '@apollo/client';
import { errorCode, errorText } from '../error-text.ts';
import { failuresOf } from './failures.ts';
import { ofSession } from '../of-session.ts';
import type { Meant } from '../offline/offline-act.ts';
import { isUnanswered, waitingOf } from '../offline/waiting.ts';

const guesses = ofSession(() => ({ count: 0 }));

/** Whether it was done; `waiting`: it will be, and these are the acts that wait for the server. */
type Guessed = { isDone: boolean; waiting?: string[] };

type Attempt = {
  guess: (cache: ApolloCache) => unknown;
  work: () => Promise<unknown>;
  /** What could not be done, in words for the reader. */
  failure: string;
  /** All of it once more, with what follows from it. */
  again: () => unknown;
  meant?: Meant;
};

/**
 * Shows a guess until the work is done; then what the work wrote stands, or after a failure what was there before.
 * When it did not succeed, the reader is told why, and may try again where that may help. What is `meant` may wait for
 * the server instead: then it has succeeded as far as the reader is concerned. Never rejects.
 */
export async function guessing(
  client: ApolloClient,
  { guess, work, failure, again, meant }: Attempt,
): Promise<Guessed> {
  const { cache } = client;
  const waiting = waitingOf(client);
  if (meant && waiting.mustWait()) return { isDone: true, waiting: waiting.add(meant) };
  const layer = `guess-${guesses(client).count++}`;
  cache.recordOptimisticTransaction((layered) => void guess(layered), layer);
  try {
    await work();
    return { isDone: true };
  } catch (error) {
    if (meant && isUnanswered(error) && waiting.canWait())
      return { isDone: true, waiting: waiting.add(meant) };
    failuresOf(client).tell(failure, errorText(error), mayHelp(error) ? () => void again() : undefined);
    return { isDone: false };
  } finally {
    cache.removeOptimistic(layer);
  }
}

/** Whether the same may be done a moment later: who was refused is refused again. */
const mayHelp = (error: unknown): boolean =>
  isUnanswered(error) || errorCode(error) === 'SERVICE_UNAVAILABLE';
