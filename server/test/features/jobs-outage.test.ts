import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { discardData } from '../../local/postgres-folder.ts';
import { startPostgres, type LocalPostgres } from '../../local/postgres.ts';
import { send } from '../support/acts.ts';
import { bringForward, newReader, untilEmail } from '../support/emails.ts';
import type { TestServer } from '../support/server.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { SmtpStage } from '../support/smtp.ts';
import { until } from '../support/until.ts';

let folder: string;
let dataDir: string;
let postgres: LocalPostgres;
let server: ServerProcess;
let smtp: SmtpStage;
const settings = { fsync: 'off' };

const there: Pick<TestServer, 'sql'> = {
  async sql(text, values = []) {
    const client = new pg.Client(postgres.url);
    await client.connect();
    return client
      .query(text, values)
      .then(({ rows }) => rows as never)
      .finally(() => client.end());
  },
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'carillon-jobs-'));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, 'data');
  postgres = await startPostgres({ dataDir, settings });
  smtp = await SmtpStage.open();
  server = await startServerProcess(postgres.url, smtp.settings);
}, 60_000);

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await smtp.down();
  await postgres.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
});

test('PostgreSQL crashes while an e-mail is on its way: it is noted once it is back, and jobs go on by themselves', async () => {
  const reader = await newReader(server);
  const first = await send(server, reader.id);
  let release = () => undefined as void;
  smtp.holding = new Promise((resolve) => (release = resolve));
  await bringForward(there, reader.id);
  await until(() => smtp.to(reader.address).length === 1);

  for (let crash = 1; crash <= 2; crash++) {
    await postgres.kill();
    release();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503);
    postgres = await startPostgres({ dataDir, port: postgres.port, settings });
    await until(async () => (await fetch(`${server.url}/readyz`)).ok);
  }
  await until(() => untilEmail(server, reader, first, { status: 'SENT' }), { timeoutMs: 60_000 });
  expect(smtp.to(reader.address)).toHaveLength(1);

  const second = await send(server, reader.id, { title: 'After' });
  await bringForward(there, reader.id);
  await until(() => untilEmail(server, reader, second, { status: 'SENT' }), { timeoutMs: 60_000 });
  expect(smtp.to(reader.address)).toHaveLength(2);
  expect(server.log.join('\n')).not.toMatch(/[uU]nhandled/);
}, 150_000);
