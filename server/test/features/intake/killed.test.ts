import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Host, untilTaken } from '../../support/intake.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { createDatabase, queryOn, type TestDatabase } from '../../support/services/database.ts';
import { miscounted } from '../../support/settling.ts';
import { until } from '../../support/until.ts';

const MANY = 6_000;

let database: TestDatabase;
let host: Host;
let replicas: ServerProcess[];
let sql: ReturnType<typeof queryOn>;

beforeAll(async () => {
  database = await createDatabase();
  sql = queryOn(database.url);
  host = await Host.open(database.url, 'grading');
  replicas = await Promise.all([1, 2].map(() => startServerProcess(database.url)));
}, 60_000);

afterAll(async () => {
  for (const replica of replicas) await replica.kill();
  await database.drop();
  await host.drop();
});

test('a replica that is killed in the midst of it loses nothing, and sends nothing twice', async () => {
  const sent = async () => {
    const [found] = await sql<{ count: number }>('select count(*)::int as count from notifications');
    return found!.count;
  };
  await host.sql(
    `select carillon.notify('member ' || n % 50, 'graded', title => 'No. ' || n, message => 'm')
     from generate_series(0, $1 - 1) n`,
    [MANY],
  );
  await until(async () => (await sent()) > 0);
  const [victim] = replicas.splice(0, 1);
  await victim!.kill();
  await untilTaken({ sql }, 30_000);
  const rows = await sql(
    `select count(*)::int as count, count(distinct title)::int as titles,
       bool_and(title = 'No. ' || (seq - 1) * 50 + substr(user_id, 8)::int) as "isInOrder" from notifications`,
  );
  expect(rows).toEqual([{ count: MANY, titles: MANY, isInOrder: true }]);
  expect(await sql('select from failed_intakes')).toEqual([]);
  expect(await miscounted({ sql })).toEqual([]);
}, 60_000);
