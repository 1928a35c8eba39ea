import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listOf } from '../../support/acts.ts';
import { declareCategory, declareType } from '../../support/declaring.ts';
import { failedOf, GRADED, Host, notify, notifying, untilTaken } from '../../support/intake.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let host: Host;
let stranger: Host;

beforeAll(async () => {
  server = await startServer();
  host = await Host.open(server.databaseUrl, 'grading');
  stranger = await Host.open(server.databaseUrl);
});

afterAll(async () => {
  await host.leave();
  await server.close();
  await host.drop();
  await stranger.drop();
});

const refused = (values: object, by = host) => {
  const { text, values: given } = notifying({ recipient: 'casey', ...GRADED, ...values });
  return by.refusal(text, given);
};

test('a host may call what hosts call, and nothing else of ours', async () => {
  const tables = await server.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')
     union select 'notifications'`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const rights = await server.sql(
    `select name from unnest($1::text[]) name
     where has_table_privilege($2, name, 'select, insert, update, delete, truncate, references, trigger')`,
    [tables.map(({ name }) => name), host.role],
  );
  expect(rights).toEqual([]);
  for (const statement of [
    'select * from intake',
    `insert into intake (version, service, recipient_id, input) values (1, 'billing', 'casey', '{}')`,
    `insert into sql_senders values (session_user, 'billing')`,
    `select nextval('intake_id_seq')`,
    `select * from users`,
    `select graphile_worker.add_job('send_email')`,
    'create function carillon.notify(text) returns bigint language sql as $$ select 1 $$',
    `create or replace function carillon.notify_v1(text) returns bigint language sql as $$ select 1 $$`,
    'drop function carillon.notify_v1',
  ])
    expect(await host.refusal(statement)).toMatchObject({ code: '42501' });
  const callable = await host.sql<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
       and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')`,
  );
  expect(callable).toEqual([{ name: expect.stringContaining('carillon.notify_v1(text,text,jsonb') }]);
});

test('a role that was not named sends nothing, whoever it says that it is', async () => {
  expect(await refused({}, stranger)).toMatchObject({ code: '42501' });
  await server.sql(`grant ${host.role} to ${stranger.role}`);
  const client = await stranger.connect();
  await client.query(`set role ${host.role}`);
  await expect(notify(client, 'casey')).rejects.toMatchObject({
    code: '42501',
    message: expect.stringContaining(`The role ${stranger.role} sends for no service`),
    hint: expect.stringContaining('sql-sender'),
  });
  await expect(client.query(`set session authorization ${host.role}`)).rejects.toThrow('permission denied');
  await stranger.leave();
  expect(await server.sql('select from intake union all select from failed_intakes')).toEqual([]);
});

test('a service is who its role was named for, also after it took on another role', async () => {
  const other = await Host.open(server.databaseUrl, 'billing');
  await server.sql(`grant ${other.role} to ${host.role}`);
  const client = await host.connect();
  await client.query(`set role ${other.role}`);
  await notify(client, 'dana');
  await until(async () => (await listOf(server, candidate('dana'))).length === 1);
  expect(await server.sql(`select service from notifications where user_id = 'dana'`)).toEqual([
    { service: 'grading' },
  ]);
  await server.sql(`revoke ${other.role} from ${host.role}; drop owned by ${other.role}`);
  await other.drop();
});

test('functions, operators, tables and settings of a host are not taken for those of PostgreSQL', async () => {
  await server.sql(`grant create, usage on schema public to ${host.role}; grant temporary on database
    ${new URL(server.databaseUrl).pathname.slice(1)} to ${host.role}`);
  const client = await host.connect();
  const trap = `returns %t language plpgsql as $$ begin raise 'the trap is shut by %', current_user; end $$`;
  await client.query(`set search_path = pg_temp, public, pg_catalog`);
  for (const schema of ['public', 'pg_temp']) {
    const make = (head: string, type: string) =>
      client.query(`create function ${schema}.${head} ${trap.replace('%t', type)}`);
    await make('char_length(text)', 'int');
    await make('jsonb_typeof(jsonb)', 'text');
    await make('jsonb_build_object(variadic "any")', 'jsonb').catch(() => undefined);
    await make('clock_timestamp()', 'timestamptz');
    await make('format(text, text)', 'text');
    await make('shut(text, text)', 'boolean');
    await client.query(
      `create operator ${schema}.!~ (leftarg = text, rightarg = text, function = ${schema}.shut);
       create operator ${schema}.= (leftarg = name, rightarg = name, function = pg_catalog.namene)`,
    );
  }
  await client.query(`create temporary table sql_senders (role name, service text);
    insert into sql_senders values (session_user, 'billing');
    create temporary table intake (id bigint, version int, service text, recipient_id text, input jsonb)`);
  await client.query(`set "DateStyle" = 'SQL, DMY'; set "TimeZone" = 'Asia/Kathmandu';
    set "standard_conforming_strings" = off; set "bytea_output" = 'escape'; set "IntervalStyle" = 'sql_standard'`);
  const expiresAt = new Date(Date.now() + 86_400_000);
  await notify(client, 'eddie', { title: 'Untouched', expires_at: expiresAt.toISOString() });
  await client.query('select carillon.notify($1, $2, title => $3, message => $4)', ['eddie', 't', 'a', 'b']);
  await until(async () => (await listOf(server, candidate('eddie'))).length === 2);
  const [, first] = await server.sql(
    `select service, expires_at as "expiresAt" from notifications where user_id = 'eddie' order by seq desc`,
  );
  expect(first).toEqual({ service: 'grading', expiresAt });
  await client.query('drop owned by current_user');
  await host.leave();
});

describe('what can be judged at once is refused at once, with the name of the argument', () => {
  const long = 'x'.repeat(4_001);
  test.each<[string, object, string?]>([
    ['recipient', { recipient: null }],
    ['recipient', { recipient: '' }],
    ['recipient', { recipient: 'x'.repeat(256) }],
    ['recipient', { recipient: 'a\tb' }],
    ['type', { type: null }],
    ['type', { type: 'x'.repeat(101) }],
    ['title', { title: ' \n\u2003' }],
    ['title', { title: '😀'.repeat(201) }],
    ['title', { title: null }],
    ['title', { title: null, message: null }],
    ['message', { message: null }],
    ['message', { message: long }],
    ['category', { category: 'line\nbreak' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['url', { url: '//evil.example' }],
    ['url', { url: '/\\evil.example' }],
    ['image_url', { image_url: '/a.png' }],
    ['severity', { severity: 'high' }],
    ['data', { data: [1] }],
    ['data', { data: '"text"' }],
    ['data', { data: { big: 'x'.repeat(20_000) } }],
    ['subject', { subject: { type: 'post' } }],
    ['subject', { subject: [] }],
    ['subject.label', { subject: { type: 'post', id: 1, label: 'x'.repeat(201) } }],
    ['actor', { actor: { id: '1' } }],
    ['actor.name', { actor: { name: ' ' } }],
    ['actions', { actions: { id: 'a' } }],
    ['actions', { actions: Array.from({ length: 5 }, (_, id) => ({ id, label: 'Do' })) }],
    ['key', { key: '' }],
    ['group_key', { group_key: 'g', request_key: 'r' }],
    ['expires_at', { expires_at: '2020-01-01T00:00:00Z' }],
    ['expires_at', { expires_at: 'infinity' }],
    ['expires_at', { expires_at: '-infinity' }],
    ['expires_at', { expires_at: '4713-01-01 BC' }],
  ])('%s %j', async (argument, values) => {
    const error = await refused(values);
    expect(error).toMatchObject({ code: '22023', column: argument });
    expect(error.message).toMatch(new RegExp(`^${argument} must `));
    expect(error.message.length).toBeLessThan(120);
  });

  test.each<[string, object, string]>([
    ['a NUL', { title: 'a\0b' }, '22021'],
    ['an escaped NUL', { data: '{"a": "\\u0000"}' }, '22P05'],
    ['half a surrogate pair', { data: '{"a": "\\ud800"}' }, '22P02'],
    ['no JSON', { data: '{' }, '22P02'],
    ['no moment', { expires_at: 'tomorrow, perhaps' }, '22007'],
  ])('%s, by PostgreSQL itself', async (_name, values, code) => {
    expect(await refused(values)).toMatchObject({ code });
  });
});

test('a refusal leaves nothing behind, and to a savepoint the transaction goes on', async () => {
  const client = await host.connect();
  await client.query('begin; savepoint before');
  await expect(notify(client, 'fay', { title: '' })).rejects.toMatchObject({ code: '22023' });
  await client.query('rollback to before');
  await notify(client, 'fay', { title: 'Better' });
  await client.query('commit');
  await until(async () => (await listOf(server, candidate('fay'))).length === 1);
});

test('a declared type needs no words, at once after it was declared', async () => {
  await declareCategory(server, { name: 'exams', title: [{ language: 'EN', text: 'Exams' }] });
  const wording = [{ language: 'EN', title: '{subject_label}: {mark}', message: 'Graded by {actor_name}.' }];
  await declareType(server, { name: 'exam_graded', category: 'exams', wording });
  const values = { type: 'exam_graded', title: null, message: null };
  const client = await host.connect();
  await notify(client, 'gil', {
    ...values,
    data: { mark: 'A' },
    subject: { type: 'exam', id: 7, label: 'Logic' },
    actor: { name: 'Iris' },
  });
  await until(async () => (await listOf(server, candidate('gil'))).length === 1);
  expect(await listOf(server, candidate('gil'))).toMatchObject([
    { title: 'Logic: A', message: 'Graded by Iris.', type: 'exam_graded' },
  ]);
  // What its words are about is known to those who read them.
  await notify(client, 'gil', { ...values, data: { mark: 'A' } });
  await untilTaken(server);
  expect(await failedOf(server)).toMatchObject([{ code: 'BAD_USER_INPUT', recipientId: 'gil' }]);
});

test('users of any name get theirs', async () => {
  const names = ['__proto__', "Robert'); drop table users;--", 'ÄÖ', 'مرحبا', '🙂', '%s %I', 'a@b.example'];
  for (const name of names) await notify(await host.connect(), name, { title: name, data: { [name]: 1 } });
  await until(async () => {
    const found = await server.sql('select user_id from notifications where title = user_id');
    return found.length === names.length;
  });
});
