import { afterAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { discardData } from './postgres-folder.ts';
import { startPostgres, type LocalPostgres } from './postgres.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-postgres-'));
const dataDir = path.join(folder, 'data');
let server: LocalPostgres;

afterAll(async () => {
  await server.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
});

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

test('starts on an empty folder and answers with the settings it was given', async () => {
  server = await startPostgres({ dataDir, settings: { work_mem: '5MB' } });
  expect(await ask('show work_mem')).toEqual(['5MB']);
  expect(await ask('show max_connections')).toEqual(['200']);
  expect(await ask('show synchronous_commit')).toEqual(['on']);
});

test('refuses a folder that a living server uses', async () => {
  await expect(startPostgres({ dataDir })).rejects.toThrow('in use by another PostgreSQL');
});

test('keeps what was committed over a crash, on the same port', async () => {
  await ask('create table kept as select 1');
  const sleeper = new pg.Client(server.url);
  sleeper.on('error', () => undefined);
  await sleeper.connect();
  const cut = expect(sleeper.query('select pg_sleep(60)')).rejects.toThrow();
  await server.kill();
  await cut;

  server = await startPostgres({ dataDir, port: server.port });
  expect(await ask('select * from kept')).toEqual([1]);
});
