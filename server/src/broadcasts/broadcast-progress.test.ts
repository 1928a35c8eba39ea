import { expect, test } from '@jest/globals';
import { BroadcastProgress } from './broadcast-progress.ts';
import { BroadcastState, type Broadcast } from './broadcast.ts';

const at = (done: number, state = BroadcastState.RUNNING): Broadcast => ({
  id: 'b',
  state,
  total: 2,
  done,
  reason: null,
  createdAt: '2026-12-01T08:00:00.000Z',
  endedAt: null,
});

/** What is told where this is what is read, one after the other; an error is PostgreSQL that is away. */
async function told(answers: (Broadcast | Error | undefined)[]): Promise<number[]> {
  const next = answers.values();
  const read = () => {
    const answer = next.next().value;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const dones: number[] = [];
  const progress = new BroadcastProgress(read, (hear) => {
    const timer = setInterval(hear, 1);
    return { isHearing: Promise.resolve(), stop: () => clearInterval(timer) };
  });
  for (let step = await progress.next(); !step.done; step = await progress.next())
    dones.push(step.value.done);
  return dones;
}

const away = new Error('away');

test.each<[string, (Broadcast | Error | undefined)[], number[]]>([
  ['it is over', [at(0), at(1), at(2, BroadcastState.DONE)], [0, 1, 2]],
  ['it is not there any more', [at(0), undefined], [0]],
  ['PostgreSQL was away in the middle', [at(0), away, at(2, BroadcastState.DONE)], [0, 2]],
  ['PostgreSQL was away at first', [away, away, at(1), at(2, BroadcastState.DONE)], [1, 2]],
])('it is told until its end where %s', async (_what, answers, dones) => {
  expect(await told(answers)).toEqual(dones);
});
