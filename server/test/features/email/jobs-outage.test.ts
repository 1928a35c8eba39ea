import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Database } from '../../../src/platform/postgres/database.ts';
import { Jobs } from '../../../src/platform/postgres/jobs.ts';
import { send } from '../../support/acts.ts';
import { bringForward, newReader, untilEmail } from '../../support/email/emails.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { until } from '../../support/until.ts';

let postgres: OwnPostgres;
let server: ServerProcess;
let smtp: SmtpStage;

beforeAll(async () => {
  postgres = await OwnPostgres.open();
  smtp = await SmtpStage.open();
  server = await startServerProcess(postgres.url, smtp.settings);
}, 60_000);

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await smtp.down();
  await postgres.discard();
});

test('PostgreSQL crashes while an e-mail is on its way: it is noted once it is back, and jobs go on by themselves', async () => {
  const reader = await newReader(server);
  const first = await send(server, reader.id);
  let release = () => undefined as void;
  smtp.holding = new Promise((resolve) => (release = resolve));
  await bringForward(postgres, reader.id);
  await until(() => smtp.to(reader.address).length === 1);

  for (let crash = 1; crash <= 2; crash++) {
    await postgres.kill();
    release();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503);
    await postgres.start();
    await until(async () => (await fetch(`${server.url}/readyz`)).ok);
  }
  await until(() => untilEmail(server, reader, first, { status: 'SENT' }), { timeoutMs: 60_000 });
  expect(smtp.to(reader.address)).toHaveLength(1);

  const second = await send(server, reader.id, { title: 'After' });
  await bringForward(postgres, reader.id);
  await until(() => untilEmail(server, reader, second, { status: 'SENT' }), { timeoutMs: 60_000 });
  expect(smtp.to(reader.address)).toHaveLength(2);
  expect(server.log.join('\n')).not.toMatch(/[uU]nhandled/);
}, 150_000);

test('PostgreSQL crashes while a job never ends: its workers are made to end, and the job is done again', async () => {
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  pool.on('error', () => undefined);
  const database = {
    query: async (text: string, values: unknown[]) => (await pool.query<object>(text, values)).rows,
  };
  let runs = 0;
  const jobs = new Jobs(database as unknown as Database, {
    databaseUrl: postgres.url,
    connections: 3,
    tasks: { stuck: () => (++runs === 1 ? new Promise(() => undefined) : Promise.resolve()) },
    onTakeOver: () => Promise.resolve(),
    onTrouble: () => undefined,
  });
  await pool.query(`select graphile_worker.add_job('stuck')`);
  await until(() => runs === 1);
  await postgres.kill();
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 503);
  await postgres.start();
  await until(() => runs === 2, { timeoutMs: 60_000 });
  await jobs.close();
  await pool.end();
}, 150_000);
