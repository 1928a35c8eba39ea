import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../../src/platform/postgres/database.ts';
import { dataOf, listOf } from '../../support/acts.ts';
import { schedule, sweepDue } from '../../support/scheduling.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { candidate } from '../../support/token.ts';

let own: TestDatabase;
let server: TestServer;
let database: Database;

/**
 * PostgreSQL with a clock that can be set: whatever asks for `now()` finds this one first. The tables are made before,
 * since new ones would come into the schema that is found first.
 */
beforeAll(async () => {
  own = await createDatabase();
  const before = await startServer({}, own.url);
  await before.sql(`create schema clock`);
  await before.sql(`create table clock.hand (ahead interval not null)`);
  await before.sql(`insert into clock.hand values ('0')`);
  await before.sql(`create function clock.now() returns timestamptz stable language sql
    as 'select pg_catalog.now() + ahead from clock.hand'`);
  const [{ name } = { name: '' }] = await before.sql<{ name: string }>('select current_database() as name');
  await before.sql(`alter database ${name} set search_path = clock, pg_catalog, public`);
  await before.close();
  server = await startServer({}, own.url);
  database = await Database.connect({ url: own.url, poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await server.close();
  await own.drop();
});

const setClock = (ahead: string) => server.sql('update clock.hand set ahead = $1::interval', [ahead]);
/** By our own clock, which is never set. */
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const countOf = async (name: string) => (await listOf(server, candidate(name))).length;
const scheduleAt = (name: string, hours: number) =>
  dataOf(schedule(server, { recipientId: name }, inHours(hours)));

test('a clock that is set forward sends what is due by it, and set back again sends nothing twice', async () => {
  await scheduleAt('forward', 1);
  await sweepDue(database);
  expect(await countOf('forward')).toBe(0);
  await setClock('2 hours');
  await sweepDue(database);
  expect(await countOf('forward')).toBe(1);
  for (const ahead of ['0', '-1 day', '2 hours', '0']) {
    await setClock(ahead);
    await sweepDue(database);
  }
  expect(await countOf('forward')).toBe(1);
});

test('a clock that is set back makes wait what would have been due, until it has come there again', async () => {
  await scheduleAt('back', 3);
  await setClock('-1 day');
  await sweepDue(database);
  expect(await countOf('back')).toBe(0);
  await setClock('4 hours');
  await sweepDue(database);
  expect(await countOf('back')).toBe(1);
  await setClock('0');
});

test('which moments are to come is for the clock of the database to say, whatever ours says', async () => {
  await setClock('2 days');
  expect((await schedule(server, { recipientId: 'late' }, inHours(1))).code).toBe('BAD_USER_INPUT');
  await setClock('-2 days');
  expect((await schedule(server, { recipientId: 'late' }, inHours(-1))).code).toBeUndefined();
  await setClock('0');
  await sweepDue(database);
  expect(await countOf('late')).toBe(1);
});
