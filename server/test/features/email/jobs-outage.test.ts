import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
