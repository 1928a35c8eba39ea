import type { ApolloClient } from '@apollo/client';
import { UndoDocument } from '../../generated/acts.ts';
import { errorCode, errorText } from '../error-text.ts';
import { placeRows } from '../lists/lists.ts';
import { isUnanswered, waitingOf } from '../offline/waiting.ts';
import { failuresOf } from './failures.ts';
import { showFormer } from './optimism.ts';
import { undoOf, type Offer, type Step } from './undo.ts';
import { say } from '../../words/words.ts';

/** So many of how many are as they were; what was changed since stays. Undefined where it failed, which is told. */
export type Undone = { count: number; of: number } | undefined;

/** Undoes what was done, once all of it is: shown at once, and exact with the answer. Never rejects. */
export async function goBack(client: ApolloClient, offer: Offer): Promise<Undone> {
  const steps = (await Promise.all(offer.steps)).filter((step) => step !== null);
  const layer = `undo-${crypto.randomUUID()}`;
  client.cache.recordOptimisticTransaction(
    (guess) => steps.forEach((step) => placeRows(guess, showFormer(guess, step.former, seqOf(step)))),
    layer,
  );
  try {
    // Each is about other rows, or leaves those alone that were changed since.
    const counts = await Promise.all(steps.map((step) => takeBack(client, step)));
    return { count: sum(counts), of: sum(steps.map(({ count }) => count)) };
  } catch (error) {
    failuresOf(client).tell(say('inbox.couldNotUndo'), whyNot(error));
    // For when the line is there again.
    if (isUnanswered(error)) undoOf(client).offer(offer, false);
    return undefined;
  } finally {
    client.cache.removeOptimistic(layer);
  }
}

/** The same for an act that is known by its name alone. */
export function undoAct(client: ApolloClient, undoId: string, count: number): Promise<Undone> {
  const step = { former: [], count, way: { undoIds: [undoId], seq: Infinity } };
  return goBack(client, { ids: [], count, steps: [Promise.resolve(step)] });
}

async function takeBack(client: ApolloClient, { former, count, way }: Step): Promise<number> {
  if ('waiting' in way) {
    const waiting = waitingOf(client);
    const sent = await waiting.drop(way.waiting);
    for (const undoes of sent) waiting.add({ act: way.act, undoes });
    return count;
  }
  if ('back' in way) return (await way.back()) ? count : 0;
  const counts = await Promise.all(
    way.undoIds.map(async (id) => {
      const { data } = await client.mutate({
        mutation: UndoDocument,
        variables: { id },
        update: (cache, { data: written }) => {
          const seq = written?.undo?.inbox.counts.seq;
          if (seq !== undefined) placeRows(cache, showFormer(cache, former, way.seq, seq));
        },
      });
      return data?.undo?.affectedCount ?? 0;
    }),
  );
  return sum(counts);
}

const seqOf = ({ way }: Step): number => ('seq' in way ? way.seq : Infinity);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

function whyNot(error: unknown): string {
  return errorCode(error) === 'NOT_FOUND' ? say('inbox.noLongerUndone') : errorText(error);
}
