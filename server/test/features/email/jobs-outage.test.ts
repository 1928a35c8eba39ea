import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import type { Database } from '../../../src/platform/postgres/database.ts';
import { Jobs, type Tasks } from '../../../src/platform/postgres/jobs.ts';
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

describe('workers that do not end by themselves', () => {
  let pool: pg.Pool;

  beforeAll(() => {
    pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
    pool.on('error', () => undefined);
  });

  afterAll(() => pool.end());

  function work(databaseUrl: string, tasks: Tasks): Jobs {
    const database = {
      query: async (text: string, values: unknown[]) => (await pool.query<object>(text, values)).rows,
      nextAnswer: () => Promise.resolve(),
    };
    return new Jobs(database as unknown as Database, {
      databaseUrl,
      connections: 3,
      tasks,
      onTakeOver: () => Promise.resolve(),
      onTrouble: () => undefined,
    });
  }

  test('PostgreSQL crashes while a job never ends: they are made to, and the job is done again', async () => {
    let runs = 0;
    const jobs = work(postgres.url, {
      stuck: () => (++runs === 1 ? new Promise(() => undefined) : Promise.resolve()),
    });
    await pool.query(`select graphile_worker.add_job('stuck')`);
    await until(() => runs === 1);
    await postgres.kill();
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 503);
    await postgres.start();
    await until(() => runs === 2, { timeoutMs: 60_000 });
    await jobs.close();
  }, 150_000);

  test('a job finds PostgreSQL away, or too slow: it is done again at once, and has not failed', async () => {
    const troubles = [
      Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
      new Error('PostgreSQL gave no answer for 6 s'),
    ];
    const attempts: number[] = [];
    const jobs = work(postgres.url, {
      unlucky: async () => {
        const { rows } = await pool.query<{ attempts: number }>(
          `select attempts from graphile_worker.jobs where task_identifier = 'unlucky'`,
        );
        attempts.push(rows[0]!.attempts);
        const trouble = troubles.shift();
        if (trouble) throw trouble;
      },
    });
    await pool.query(`select graphile_worker.add_job('unlucky')`);
    await until(() => attempts.length === 3, { timeoutMs: 60_000 });
    expect(attempts).toEqual([1, 1, 1]);
    await jobs.close();
  }, 90_000);

  test('a job fails by its own fault: that is for the queue to try again', async () => {
    const attempts: number[] = [];
    const jobs = work(postgres.url, {
      wrong: async () => {
        const { rows } = await pool.query<{ attempts: number }>(
          `select attempts from graphile_worker.jobs where task_identifier = 'wrong'`,
        );
        attempts.push(rows[0]!.attempts);
        if (attempts.length === 1) throw new Error('Not like this');
      },
    });
    await pool.query(`select graphile_worker.add_job('wrong')`);
    await until(() => attempts.length === 2, { timeoutMs: 60_000 });
    expect(attempts).toEqual([1, 2]);
    await jobs.close();
  }, 90_000);

  test('the line falls silent just as they begin to listen, and they are told to end: they do, and nothing throws', async () => {
    let isSilent = false;
    const link = createServer((client) => {
      const upstream = connect(Number(new URL(postgres.url).port), '127.0.0.1');
      let isMute = false;
      client.on('data', (said) => {
        isMute ||= said.includes('LISTEN "jobs:insert"');
        isSilent ||= isMute;
        if (!isMute) upstream.write(said);
      });
      upstream.on('data', (said) => client.write(said));
      for (const side of [client, upstream]) side.on('error', () => undefined);
    });
    await once(link.listen(0, '127.0.0.1'), 'listening');
    const url = new URL(postgres.url);
    url.port = String((link.address() as AddressInfo).port);
    const jobs = work(url.href, {});
    await until(() => isSilent);
    const thrown: unknown[] = [];
    process.once('uncaughtExceptionMonitor', (error) => thrown.push(error));
    await jobs.close();
    expect(thrown).toEqual([]);
    link.close();
  }, 60_000);
});
