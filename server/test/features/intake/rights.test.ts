import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { startPgBouncer } from '../../../local/programs/pgbouncer.ts';
import { nameSqlSender } from '../../../src/commands/name-sql-sender.ts';
import { migrations } from '../../../src/migrations/migrations.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { migrateSchema } from '../../../src/platform/postgres/migrate-schema.ts';
import { listOf } from '../../support/acts.ts';
import { Host, mayFor, notify } from '../../support/intake.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// With roles as operators make them, which are those of a whole PostgreSQL.
let postgres: OwnPostgres;
let servers: TestServer[] = [];

beforeAll(async () => {
  postgres = await OwnPostgres.open({ settings: { max_prepared_transactions: '5' } });
}, 60_000);

afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

afterAll(() => postgres.discard());

const urlOf = (role: string, database: string) => `postgres://${role}@127.0.0.1:${postgres.port}/${database}`;

async function start(url: string): Promise<TestServer> {
  const server = await startServer({}, url);
  servers.push(server);
  return server;
}

const arrives = (server: TestServer, name: string, title = 'Graded') =>
  until(async () => (await listOf(server, candidate(name))).some((row) => row.title === title));

const sql = (url: string) => async (text: string) => {
  const client = new pg.Client(url);
  await client.connect();
  return client.query(text).finally(() => client.end());
};

const schemasOf = (server: TestServer) =>
  server.sql(
    `select distinct schemaname as schema from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
  );

test('a superuser of the same name as the schema keeps its tables out of it, and lends its power to nobody', async () => {
  await postgres.sql('create role carillon superuser login');
  await postgres.sql('create database one owner carillon');
  const url = urlOf('carillon', 'one');
  const server = await start(url);
  const later = class extends Migration {
    override up(): void {
      this.addSql('create table later (id int)');
      this.addSql(
        'create or replace view notifications as select * from all_notifications where deleted_at is null',
      );
    }
  };
  await migrateSchema({
    url,
    migrations: [...migrations, { name: 'later', class: later }],
    onNews: () => undefined,
  });
  expect(await schemasOf(server)).toEqual([{ schema: 'public' }]);
  const [owner] = await server.sql(
    `select rolname, rolsuper, rolcanlogin from pg_roles r join pg_proc p on p.proowner = r.oid
     where p.proname = 'notify_v1'`,
  );
  expect(owner).toEqual({ rolname: 'carillon_intake', rolsuper: false, rolcanlogin: false });
  const host = await Host.open(url, 'shop', postgres.url);
  await notify(await host.connect(), 'casey');
  await arrives(server, 'casey');

  // As after a restore without owners and rights.
  await server.sql(`alter function carillon.notify_v1 owner to carillon;
    revoke all on schema carillon from ${host.role}; grant execute on function carillon.notify_v1 to public`);
  await expect(notify(await host.connect(), 'casey')).rejects.toMatchObject({ code: '42501' });
  const [second, third] = await Promise.all([start(url), start(url)]);
  await notify(await host.connect(), 'casey', { title: 'Again' });
  await arrives(second, 'casey', 'Again');
  await arrives(third, 'casey', 'Again');
  const [owned] = await server.sql(
    `select proowner::regrole::text as owner, coalesce(proacl::text, '') ~ '[{,]=' as "isPublic"
     from pg_proc where proname = 'notify_v1'`,
  );
  expect(owned).toEqual({ owner: 'carillon_intake', isPublic: false });
  await host.leave();
}, 60_000);

test('beside an application that has tables of the same names', async () => {
  await postgres.sql('create role ours login');
  await postgres.sql('create database two');
  const asMaster = sql(urlOf('postgres', 'two'));
  await asMaster(`create table public.users (id int); create table public.intake (id int);
    create schema carillon_data authorization ours; grant create on database two to ours`);
  await asMaster('alter role ours in database two set search_path = carillon_data');
  const server = await start(urlOf('ours', 'two'));
  expect(await schemasOf(server)).toEqual(
    expect.arrayContaining([{ schema: 'carillon_data' }, { schema: 'public' }]),
  );
  const host = await Host.open(urlOf('ours', 'two'), 'shop', postgres.url);
  await notify(await host.connect(), 'dana');
  await arrives(server, 'dana');
  expect(await asMaster('select from public.intake')).toMatchObject({ rowCount: 0 });
  await host.leave();
}, 60_000);

test('in a transaction that is prepared first and committed later, and behind a pooler', async () => {
  await postgres.sql('create database three');
  const server = await start(urlOf('postgres', 'three'));
  await mayFor(server.databaseUrl, 'postgres', 'shop');
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  await client.query('begin');
  await notify(client, 'eddie', { title: 'Prepared' });
  await client.query(`prepare transaction 'both or none'`);
  await client.query(`commit prepared 'both or none'`);
  await arrives(server, 'eddie', 'Prepared');
  await client.end();

  const pooler = await startPgBouncer(postgres.port);
  const pooled = new URL(server.databaseUrl);
  pooled.port = String(pooler.port);
  const clients = Array.from({ length: 12 }, () => new pg.Client(pooled.href));
  await Promise.all(
    clients.map(async (one, number) => {
      await one.connect();
      await one.query('begin');
      await notify(one, 'fay', { title: `No. ${number}`, key: `${number}` });
      await one.query(number % 3 ? 'commit' : 'rollback');
      await one.end();
    }),
  );
  await until(async () => (await listOf(server, candidate('fay'))).length === 8);
  await pooler.stop();
}, 60_000);

test('an operator names who may send, for which service, and takes it back', async () => {
  await postgres.sql('create database four');
  const server = await start(urlOf('postgres', 'four'));
  const host = await Host.open(server.databaseUrl, undefined, postgres.url);
  const database = await Database.connect({ url: server.databaseUrl, poolSize: 1 });
  const command = (...args: string[]) => nameSqlSender(database, args);
  expect(await command()).toBe('No role may send.');
  expect(await host.refusal(`select carillon.notify('gil', 't')`)).toMatchObject({ code: '42501' });
  expect(await command(host.role, 'shop')).toBe(`The role ${host.role} sends for the service shop now.`);
  await notify(await host.connect(), 'gil');
  await arrives(server, 'gil');
  await command(host.role, 'billing');
  expect(await command()).toBe(`${host.role} sends for billing`);
  await notify(await host.connect(), 'gil', { title: 'As another' });
  await arrives(server, 'gil', 'As another');
  expect(await server.sql(`select service from notifications order by seq`)).toEqual([
    { service: 'shop' },
    { service: 'billing' },
  ]);
  expect(await command(host.role, '--remove')).toContain('may not send any more');
  expect(await command(host.role, '--remove')).toContain('could not send before');
  await expect(notify(await host.connect(), 'gil')).rejects.toThrow('permission denied for schema carillon');
  for (const [args, words] of [
    [['nobody-here', 'shop'], 'PostgreSQL has no role nobody-here'],
    [[host.role], 'Say a role and a service'],
    [[host.role, 'a', 'b'], 'Say a role and a service'],
    [[host.role, 'own\tcarillon'], 'control characters'],
    [[host.role, ''], 'something to see'],
    [['--what'], 'Unknown option'],
  ] as const)
    await expect(command(...args)).rejects.toThrow(words);
  expect(await command('--help')).toContain('sql-sender ROLE SERVICE');
  await host.leave();
  await database.close();
}, 60_000);
