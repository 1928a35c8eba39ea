import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
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

const sent = async () => {
  const [found] = await sql<{ count: number }>('select count(*)::int as count from notifications');
  return found!.count;
};

/** From so many on; each member gets every fiftieth. */
const write = (from: number) =>
  host.sql(
    `select carillon.notify('member ' || n % 50, 'graded', title => 'No. ' || n, message => 'm')
     from generate_series($1::int, $1 + $2 - 1) n`,
    [from, MANY],
  );

async function expectAll(count: number): Promise<void> {
  await untilTaken({ sql }, 60_000);
  const rows = await sql(
    `select count(*)::int as count, count(distinct title)::int as titles,
       bool_and(title = 'No. ' || (seq - 1) * 50 + substr(user_id, 8)::int) as "isInOrder" from notifications`,
  );
  expect(rows).toEqual([{ count, titles: count, isInOrder: true }]);
  expect(await sql('select from failed_intakes')).toEqual([]);
  expect(await miscounted({ sql })).toEqual([]);
}

test('a replica that is killed in the midst of it loses nothing, and sends nothing twice', async () => {
  await write(0);
  await until(async () => (await sent()) > 0);
  const [victim] = replicas.splice(0, 1);
  await victim!.kill();
  await expectAll(MANY);
}, 90_000);

test('one that is stopped leaves the rest to the next, and makes nobody wait', async () => {
  await write(MANY);
  await until(async () => (await sent()) > MANY);
  // However quick it is, it cannot end before it is stopped: everybody has a part in each of its transactions.
  const holder = new pg.Client({ connectionString: database.url });
  holder.on('error', () => undefined); // whoever drops the database ends it
  await holder.connect();
  await holder.query(`begin; select from inbox where user_id = 'member 0' for update`);
  const [last] = replicas.splice(0, 1);
  expect(await last!.stop()).toBe(0);
  expect(await sent()).toBeLessThan(2 * MANY);
  await holder.end();
  replicas.push(await startServerProcess(database.url));
  await expectAll(2 * MANY);
}, 90_000);
