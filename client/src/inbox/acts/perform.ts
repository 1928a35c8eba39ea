import type { ApolloClient } from '@apollo/client';
import { placeRows } from '../lists/lists.ts';
import type { Meant } from '../offline/offline-act.ts';
import { failureWords } from './failure-words.ts';
import { guessing } from './guessing.ts';
import { rowsFor, showAct } from './optimism.ts';
import { sendAct, type Answer } from './send-act.ts';
import { undoOf, type Step } from './undo.ts';

/**
 * How it can be undone: `toast`: a toast says what was done and leads back, at once; `toast-when-done`: as soon as is
 * known how many there were; `quiet`: by the keys, and by the list of recent changes; `never` by a key, since its reader
 * did not mean to do it.
 */
type WayBack = 'toast' | 'toast-when-done' | 'quiet' | 'never';

/**
 * Does something to notifications: shown at once, taken back with the reason when the server does not agree, and kept
 * where there is no line to it. Never rejects; tells whether it worked.
 */
export async function perform(client: ApolloClient, meant: Meant, wayBack: WayBack): Promise<boolean> {
  const step = stepOf(client, meant, () => void perform(client, meant, wayBack));
  const undo = undoOf(client);
  const ids = 'ids' in meant ? meant.ids : [];
  const { act, until } = meant;
  const offer = { act, ...(until !== undefined && { until }), ids, count: ids.length };
  const steps = [step.then((done) => done.step)];
  if (wayBack === 'toast') undo.offer({ ...offer, steps }, true);
  const { isDone, step: known } = await step;
  if (wayBack === 'toast' && !known) undo.withdraw(act, ids);
  if (!known || wayBack === 'toast' || wayBack === 'never') return isDone;
  undo.offer({ ...offer, count: known.count, steps }, wayBack === 'toast-when-done');
  return isDone;
}

async function stepOf(
  client: ApolloClient,
  meant: Meant,
  again: () => void,
): Promise<{ isDone: boolean; step: Step | null }> {
  const former = rowsFor(client.cache, meant);
  let answers: Answer[] = [];
  const { isDone, waiting } = await guessing(client, {
    guess: (guess) => showAct(guess, meant),
    work: async () => {
      answers = await sendAct(client, meant, (cache, { inbox }) =>
        placeRows(cache, showAct(cache, meant, inbox.counts.seq)),
      );
    },
    failure: failureWords(meant.act, 'filter' in meant),
    again,
    meant,
  });
  if (waiting) return { isDone, step: { former, count: former.length, way: { waiting, act: meant.act } } };
  const undoIds = answers.flatMap(({ undoId }) => undoId ?? []);
  if (undoIds.length === 0) return { isDone, step: null };
  const count = answers.reduce((sum, { affectedCount = 1 }) => sum + affectedCount, 0);
  const seq = Math.max(...answers.map(({ inbox }) => inbox.counts.seq));
  return { isDone, step: { former, count, way: { undoIds, seq } } };
}
