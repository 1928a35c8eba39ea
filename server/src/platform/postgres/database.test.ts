import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Proxy } from '../../../test/chaos/proxy.ts';
import { Random } from '../../../test/chaos/random.ts';
import { createDatabase, queryOn, type TestDatabase } from '../../../test/support/services/database.ts';
import { until } from '../../../test/support/until.ts';
import { DatabaseConnections } from './database-connections.ts';
import { Database, type Sql } from './database.ts';
import { isDatabaseAway } from '../errors.ts';
import { Pulse } from './pulse.ts';
import pg from 'pg';

let server: TestDatabase;
let proxy: Proxy;
let url: string;
const open: Database[] = [];

beforeAll(async () => {
  server = await createDatabase();
  const behind = new URL(server.url);
  proxy = await Proxy.open(Number(behind.port), new Random(1));
  behind.port = String(proxy.port);
  url = behind.href;
});

afterAll(async () => {
  await Promise.all(open.map((database) => database.close()));
  await proxy.close();
  await server.drop();
});

async function connect(poolSize: number): Promise<Database> {
  const database = await Database.connect({ url, poolSize });
  open.push(database);
  return database;
}

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('a statement', () => {
  test('that takes too long is ended by PostgreSQL, and its connection serves on', async () => {
    const database = await connect(1);
    const error = await failure(database.transaction((sql) => sql.query('select pg_sleep(30)')));
    expect(error).toMatchObject({ code: '57014' });
    expect(isDatabaseAway(error)).toBe(true);
    expect(database.load.open).toBe(1);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('may take longer where that was said', async () => {
    const database = await connect(1);
    const work = database.transaction((sql) => sql.query('select pg_sleep(6.5)'), { longestMs: 20_000 });
    expect(await failure(work)).toBe('done');
    // Only there.
    expect(await failure(database.query('select pg_sleep(6.5)'))).toMatchObject({ code: '57014' });
  });

  test('of any size is tried once more with the time it needs', async () => {
    const database = await connect(1);
    const tried: string[] = [];
    const sleep = (seconds: number) => (sql: Sql) => {
      tried.push(sql === database ? 'as any other' : 'with more time');
      return sql.query(`select pg_sleep(${seconds})`);
    };
    expect(await failure(database.takingUpTo(20_000, sleep(0)))).toBe('done');
    expect(tried).toEqual(['as any other']);
    expect(await failure(database.takingUpTo(20_000, sleep(6.5)))).toBe('done');
    expect(tried).toEqual(['as any other', 'as any other', 'with more time']);
    expect(await failure(database.takingUpTo(20_000, (sql) => sql.query('select 1/0')))).toMatchObject({
      code: '22012',
    });
  });

  test('is not given up because we stood still ourselves', async () => {
    const database = await connect(1);
    const answer = database.query<{ one: number }>('select 1 as one from pg_sleep(3)');
    const asked = `select from pg_stat_activity where state = 'active' and query ~ 'as one from pg_sleep'
      and pid <> pg_backend_pid()`;
    await until(async () => (await queryOn(server.url)(asked)).length > 0);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7_000);
    expect(await answer).toEqual([{ one: 1 }]);
  });

  test('waits for a lock for a while only', async () => {
    const database = await connect(2);
    await database.transaction(async (sql) => {
      await sql.query('lock table users in access exclusive mode');
      const error = await failure(database.query('select from users'));
      expect(error).toMatchObject({ code: '55P03' });
      expect(isDatabaseAway(error)).toBe(true);
    });
  });
});

test('a transaction that is left in the middle is ended, and its connection replaced', async () => {
  const database = await connect(1);
  const error = await failure(
    database.transaction(async (sql) => {
      await sql.query('select 1');
      await pause(6_000);
      await sql.query('select 1');
    }),
  );
  expect(isDatabaseAway(error)).toBe(true);
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a connection that only listens is replaced when it has fallen silent', async () => {
  const connections = new DatabaseConnections();
  const settings = { max: 2, application_name: 'test' };
  const pool = new pg.Pool({ connectionString: url, ...connections.options(settings) });
  pool.on('error', () => undefined);
  const errors: Error[] = [];
  const client = await pool.connect();
  client.on('error', (error) => errors.push(error));
  await client.query('listen something');
  proxy.swallow();
  await until(() => errors.length > 0, { timeoutMs: 25_000 });
  expect(isDatabaseAway(errors[0])).toBe(true);
  client.release();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
}, 40_000);

test('all wait for one connection at most as long as for an answer, and those who look are not counted', async () => {
  const database = await connect(1);
  let release = () => undefined as void;
  const held = database.transaction((sql) =>
    sql.query('select 1').then(() => new Promise<void>((resolve) => (release = resolve))),
  );
  await until(() => database.load.idle === 0 && database.answers > 0);
  const looking = failure(database.look('select 1'));
  expect(database.load.waiting).toBe(0);
  const waiting = failure(database.query('select 1'));
  expect(database.load.waiting).toBe(1);
  expect(isDatabaseAway(await waiting)).toBe(true);
  expect(isDatabaseAway(await looking)).toBe(true);
  release();
  await failure(held);
  expect(database.load.waiting).toBe(0);
});

describe('the pulse', () => {
  /** Somebody who has taken the only connection and never gives it back. */
  async function stuck(address: string): Promise<{ pulse: Pulse; release: () => Promise<void> }> {
    const database = await connect(1);
    let release = () => undefined as void;
    const held = failure(database.transaction(() => new Promise<void>((resolve) => (release = resolve))));
    await until(() => database.load.open === 1 && database.answers > 0);
    const pulse = new Pulse(database, address, 50);
    return {
      pulse,
      release: async () => {
        pulse.stop();
        release();
        await held;
      },
    };
  }

  test('is stuck when a new connection is answered and we never are; not any more once we are', async () => {
    const { pulse, release } = await stuck(url);
    await pulse.look(); // until now there were answers
    await pulse.look();
    expect(await pulse.isThere()).toBe(false);
    await until(() => pulse.isStuck);
    await release();
    await until(async () => {
      await pulse.look();
      return !pulse.isStuck;
    });
    expect(await pulse.isThere()).toBe(true);
  });

  test('is not stuck while PostgreSQL is away for everybody', async () => {
    const away = new URL(url);
    away.port = '1';
    const { pulse, release } = await stuck(away.href);
    for (let look = 0; look < 3; look++) await pulse.look();
    await pause(100);
    expect(pulse.isStuck).toBe(false);
    await release();
  });
});
