import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { begun, broadcastOf, ended, miscounted, misled, named } from '../../support/broadcasting.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import { until } from '../../support/until.ts';

let replicas: ServerProcesses;

beforeAll(async () => {
  replicas = await ServerProcesses.open({});
});

afterAll(() => replicas.close());

const KILLS = 2;

test('killed in the middle, again and again: nobody gets it twice, and nobody is left out', async () => {
  const crowd = named('crowd', 40_000);
  await replicas.sql(`insert into users (id, name) select id, id from unnest($1::text[]) id`, [crowd]);
  await replicas.sql(`insert into inbox (user_id) select id from unnest($1::text[]) id`, [crowd]);
  let replica = await replicas.start();
  const { id } = await begun(replica, { everybody: true }, { title: 'Killed' });
  let before = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { done } = await until(
      async () => {
        const now = await broadcastOf(replica, id);
        return now.done > before && now;
      },
      { timeoutMs: 30_000 },
    );
    expect(done).toBeLessThan(40_000);
    before = done;
    await replica.kill();
    replica = await replicas.start();
  }
  const over = await ended(replica, id, 60_000);
  expect(over).toMatchObject({ state: 'DONE', total: 40_000, done: 40_000 });
  expect(await misled(replicas, 'Killed', crowd)).toEqual([]);
  expect(await miscounted(replicas)).toEqual([]);
}, 150_000);
