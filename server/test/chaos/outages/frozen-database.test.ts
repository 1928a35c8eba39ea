import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { send } from '../../support/acts.ts';
import { bringForward, newReader, untilEmail } from '../../support/email/emails.ts';
import { HealthWatch } from '../../support/services/health-watch.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { SteadySenders } from '../../support/steady-senders.ts';
import { until } from '../../support/until.ts';

/** Longer than anything is waited for, so that all connections are given up meanwhile, and new ones too. */
const FROZEN_MS = 12_000;
/** Promised, from the moment when PostgreSQL goes on. */
const BACK_MS = 5_000;

let postgres: OwnPostgres;
let smtp: SmtpStage;
let server: ServerProcess;

beforeAll(async () => {
  postgres = await OwnPostgres.open();
  smtp = await SmtpStage.open();
  server = await startServerProcess(postgres.url, { ...smtp.settings, LOG_LEVEL: 'warn' });
}, 60_000);

afterAll(async () => {
  postgres.thaw();
  expect(await server.stop()).toBe(0);
  await smtp.down();
  await postgres.discard();
}, 60_000);

test('PostgreSQL stands still: health is told at once, and all goes on within 5 s of its return', async () => {
  const reader = await newReader(server);
  const senders = new SteadySenders(server);
  await until(() => senders.acknowledged.length > 50);
  const health = new HealthWatch(server.url);
  await until(() => health.isReady);

  postgres.freeze();
  await until(() => !health.isReady);
  await pause(FROZEN_MS);
  expect(health.isReady).toBe(false);
  postgres.thaw();
  const returned = performance.now();
  const back = await until(() => senders.firstAfter(returned), { timeoutMs: BACK_MS });
  await until(() => health.isReady, { timeoutMs: BACK_MS });
  console.log(`From PostgreSQL's return to the next acknowledgement: ${Math.round(back - returned)} ms`);

  const id = await until(() => send(server, reader.id));
  await bringForward(postgres, reader.id);
  await until(() => untilEmail(server, reader, id, { status: 'SENT' }), { timeoutMs: 60_000 });
  expect(smtp.to(reader.address)).toHaveLength(1);
  await health.settle();
  await senders.settle((text) => postgres.sql(text));
}, 120_000);
