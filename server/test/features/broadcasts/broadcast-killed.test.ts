import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { begun, broadcastOf, ended, hold, miscounted, misled, named } from '../../support/broadcasting.ts';
import { administer, createDatabase, queryOn } from '../../support/services/database.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import { until } from '../../support/until.ts';

let replicas: ServerProcesses;

beforeAll(async () => {
  replicas = await ServerProcesses.open({});
});

afterAll(() => replicas.close());

const KILLS = 2;

test('the replica that works on it is killed in the middle of a part: the other one, which is there, takes it over', async () => {
  const own = await createDatabase();
  const sql = queryOn(own.url);
  const both = named('pair', 3_000);
  // As which role one asks PostgreSQL shows who of the two it is.
  const roles = ['one', 'other'].map((name) => `replica_${name}_${randomBytes(4).toString('hex')}`);
  for (const role of roles) await administer(`create role ${role} superuser login`);
  const asked = roles.map((role) => Object.assign(new URL(own.url), { username: role }).href);
  const pair = await Promise.all(asked.map((url) => startServerProcess(url)));
  try {
    await sql(`insert into users (id, name) select id, id from unnest($1::text[]) id`, [both]);
    await sql(`insert into inbox (user_id) select id from unnest($1::text[]) id`, [both]);
    const letGo = await hold(own.url, both[1_200]!);
    const { id } = await begun(pair[0]!, { everybody: true }, { title: 'Taken over' });
    const runner = await until(async () => {
      const [waiting] = await sql<{ role: string }>(
        `select usename as role from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and usename = any($1)`,
        [roles],
      );
      return waiting?.role;
    });
    await until(async () => (await broadcastOf(pair[0]!, id)).done === 2_500);
    const [dying, living] = runner === roles[0] ? pair : pair.toReversed();
    await dying!.kill();
    // All but the part that was not let through.
    expect(await broadcastOf(living!, id)).toMatchObject({ state: 'RUNNING', done: 2_500 });
    await letGo();
    const over = await ended(living!, id, 60_000);
    expect(over).toMatchObject({ state: 'DONE', total: 3_000, done: 3_000 });
    expect(await misled({ sql }, 'Taken over', both)).toEqual([]);
    expect(await miscounted({ sql })).toEqual([]);
  } finally {
    await Promise.all(pair.map((replica) => replica.kill()));
    await own.drop();
    for (const role of roles) await administer(`drop role ${role}`);
  }
}, 120_000);

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
