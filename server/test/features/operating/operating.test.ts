import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../local/repository.ts';
import { administer, createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { trySignIn } from '../../support/sign-in.ts';
import { Socket } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const METRICS_TOKEN = 'kq83hfZ0pLw7dXn2vRb5';
let database: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  database = await createDatabase();
  server = await startServerProcess(database.url, { DEMO: 'true', LOG_LEVEL: 'info', METRICS_TOKEN });
});

afterAll(async () => {
  await server.kill();
  await database.drop();
});

interface Line {
  level: number;
  msg: string;
  [detail: string]: unknown;
}

const lines = (words: string): Line[] =>
  server.log.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg === words);
const written = (words: string, count = 1) => until(() => lines(words).length >= count && lines(words));

/** The value of one line of the metrics; 0 while there is none. */
async function metric(line: string): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.split(' ').at(-1) ?? 0);
}

const operations = (operation: string, kind: string, code = 'OK') =>
  metric(`carillon_operations_total{operation="${operation}",kind="${kind}",code="${code}"}`);
const timed = (operation: string, kind: string) =>
  metric(`carillon_operation_seconds_count{operation="${operation}",kind="${kind}"}`);

const casey = candidate('casey');

describe('the log', () => {
  test('tells what started, and on what', async () => {
    const [{ level: _, time: __, pid: ___, hostname: ____, msg: _____, ...started }] = (await written(
      'started',
    )) as [Line];
    const { version } = JSON.parse(readFileSync(inRepository('server/package.json'), 'utf8')) as Line;
    expect(started).toEqual({
      version,
      node: process.versions.node,
      postgresql: expect.stringMatching(/^\d+/),
      url: server.url,
      hasRedis: false,
      sendsEmails: false,
      migrations: [],
    });
  });

  test('tells which migrations were applied', async () => {
    const empty = await createDatabase();
    await administer(
      'drop schema public, graphile_worker, carillon cascade; create schema public',
      empty.url,
    );
    const own = await startServerProcess(empty.url, { LOG_LEVEL: 'info' });
    expect(await own.stop()).toBe(0);
    const told = own.log.map((line) => JSON.parse(line) as Line);
    expect(told.find(({ msg }) => msg === 'started')!.migrations).toContain('001-first-tables');
    expect(told.slice(-2).map(({ msg }) => msg)).toEqual(['stopping', 'stopped']);
    await empty.drop();
  });

  test('tells of sign-ins that failed, without saying whose', async () => {
    const secret = 'Private.Person@example.com';
    for (const password of ['hunter2', 'hunter3']) await trySignIn(server.url, secret, password);
    await trySignIn(server.url, 'somebody.else@example.com', 'hunter2');
    const failed = await written('sign-in failed', 3);
    expect(failed).toMatchObject([
      { outcome: 'wrong', isKnownDevice: false },
      { outcome: 'wrong' },
      { outcome: 'wrong' },
    ]);
    const accounts = failed.map(({ account }) => account);
    expect([accounts[0] === accounts[1], accounts[0] === accounts[2]]).toEqual([true, false]);
    expect(new Set(failed.map(({ address }) => address)).size).toBe(1);
    expect(await metric('carillon_sign_ins_total{outcome="wrong"}')).toBe(3);
  });

  test('tells of pages that were refused, by their origin and no more', async () => {
    const origin = 'https://evil.example';
    await expect(Socket.connect(server.url, { origin })).rejects.toThrow('403');
    expect(await written('refused a page of another origin')).toMatchObject([
      { origin, host: new URL(server.url).host },
    ]);
    await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-method': 'POST' },
    });
    const [, preflight] = await written('refused a page of another origin', 2);
    expect(preflight).toMatchObject({ origin: 'https://other.example' });
    expect(await metric('carillon_refused_upgrades_total{reason="origin"}')).toBe(1);
  });

  test('cannot be filled by strangers', async () => {
    const before = lines('refused a page of another origin').length;
    const origins = Array.from({ length: 60 }, (_, index) => `https://evil-${index}.example`);
    await Promise.all(origins.map((origin) => Socket.connect(server.url, { origin }).catch(() => undefined)));
    expect(await metric('carillon_refused_upgrades_total{reason="origin"}')).toBe(61);
    expect(lines('refused a page of another origin').length).toBeLessThanOrEqual(20);
    expect(before).toBeGreaterThan(0);
  });

  test('has no e-mail address, password, token or address of a caller in it', () => {
    const all = server.log.join('\n').toLowerCase();
    for (const word of ['private.person', 'somebody.else', 'hunter', casey.toLowerCase()])
      expect(all).not.toContain(word);
    expect(all).not.toMatch(/"address":"(::ffff:)?127\./);
  });
});

describe('the metrics', () => {
  test('count operations by name, kind and outcome, and time them, over HTTP', async () => {
    await server.ask('query Who { viewer { id } }', {}, casey);
    await server.ask('query Who { viewer { id } }', {}, casey);
    await server.ask('query Who { viewer { id } }');
    await server.ask('mutation Mark { markAsRead(id: "x") { inbox { id } } }', {}, casey);
    await server.ask('{ viewer { id } }', {}, casey);
    await server.ask('query Broken { nothing }', {}, casey);
    await server.ask('query {', {}, casey);
    expect(await operations('Who', 'query')).toBe(2);
    expect(await operations('Who', 'query', 'UNAUTHENTICATED')).toBe(1);
    expect(await operations('Mark', 'mutation', 'NOT_FOUND')).toBe(1);
    expect(await operations('anonymous', 'query')).toBeGreaterThanOrEqual(1);
    expect(await operations('refused', 'unknown', 'GRAPHQL_VALIDATION_FAILED')).toBe(1);
    expect(await operations('refused', 'unknown', 'GRAPHQL_PARSE_FAILED')).toBe(1);
    expect(await operations('Broken', 'query')).toBe(0);
    expect(await timed('Who', 'query')).toBe(3);
  });

  test('the one of several operations that ran, and none when it is not clear which', async () => {
    const both = 'query First { viewer { id } } query Second { viewer { id } }';
    const ask = (body: object) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${casey}` },
        body: JSON.stringify({ query: both, ...body }),
      });
    await ask({ operationName: 'Second' });
    await ask({});
    expect([await operations('First', 'query'), await operations('Second', 'query')]).toEqual([0, 1]);
  });

  test('do the same over sockets, where a subscription counts once', async () => {
    const socket = await Socket.open(server.url, casey);
    const query = socket.subscribe('query OnSocket { viewer { id } }');
    const stream = socket.subscribe('subscription Follow { inboxChanges { toSeq } }');
    const wrong = socket.subscribe('subscription Follow { inboxChanges(afterSeq: -1) { toSeq } }');
    const invalid = socket.subscribe('subscription Invalid { nothing }');
    await until(() => query.isComplete && stream.events.length > 0 && wrong.errors.length > 0);
    await until(() => invalid.errors.length > 0);
    for (let read = 0; read < 3; read++)
      await server.ask('mutation Seen { markAllAsSeen(upToSeq: 0) { inbox { id } } }', {}, casey);
    expect(await operations('OnSocket', 'query')).toBe(1);
    expect(await operations('Follow', 'subscription')).toBe(1);
    expect(await operations('Follow', 'subscription', 'BAD_USER_INPUT')).toBe(1);
    expect(await timed('Follow', 'subscription')).toBe(1);
    await socket.close();
  });

  test('give names of clients’ making a bounded number of lines', async () => {
    const ask = (name: string, token?: string) => server.ask(`query ${name} { __typename }`, {}, token);
    await Promise.all(Array.from({ length: 300 }, (_, index) => ask(`Stranger${index}`)));
    expect(await operations('other', 'query')).toBeGreaterThan(200);
    // Strangers have not used up what users have.
    await ask('Honest', casey);
    expect(await operations('Honest', 'query')).toBe(1);
    await Promise.all(Array.from({ length: 300 }, (_, index) => ask(`Viewer${index}`, casey)));
    await ask(`Long${'x'.repeat(100)}`, casey);
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const text = await (await fetch(`${server.url}/metrics`, { headers })).text();
    const names = new Set([...text.matchAll(/operation="([^"]*)"/g)].map(([, name]) => name!));
    expect(names.size).toBeLessThanOrEqual(203);
    expect([...names].every((name) => name.length <= 64)).toBe(true);
  });
});
