import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { dataOf, send } from '../../support/acts.ts';
import { newReader } from '../../support/email/emails.ts';
import { answering, PushStage, register, untilPush } from '../../support/push/push-service.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let pool: pg.Pool;
let stage: PushStage;
const replicas: ServerProcess[] = [];

beforeAll(async () => {
  stage = await PushStage.open();
  database = await createDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
});

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await pool.end();
  await database.drop();
  await stage.down();
});

async function replica(): Promise<ServerProcess> {
  const started = await startServerProcess(database.url, stage.settings);
  replicas.push(started);
  return started;
}

test('killed in the middle: who has it is not told again, the others are, in place of what may have come', async () => {
  const one = await replica();
  const reader = await newReader(one);
  const [had, lost] = [stage.browser(), stage.browser()];
  for (const browser of [had, lost]) await dataOf(register(one, reader, browser));
  stage.answer = (response, pushed) => {
    if (stage.to(had).includes(pushed)) response.writeHead(201).end();
  };
  const id = await send(one, reader.id);
  await until(() => stage.to(lost).length === 1, { timeoutMs: 30_000 });
  await until(async () => (await pool.query('select from push_taken')).rowCount === 1);
  await one.kill();
  stage.answer = answering(201);
  const two = await replica();
  await until(() => stage.to(lost).length === 2, { timeoutMs: 60_000 });
  await untilPush(two, reader, id, { status: 'SENT' });
  expect(stage.to(had)).toHaveLength(1);
  const [first, second] = stage.to(lost);
  expect(second!.headers.topic).toBe(first!.headers.topic);
  expect(lost.decrypted(second!).notification['tag']).toBe(lost.decrypted(first!).notification['tag']);
}, 120_000);
