import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { send } from '../../support/acts.ts';
import { bringForward, forgotten } from '../../support/email/emails.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import { answering, newPhoned, SmsStage, untilSms } from '../../support/sms/provider.ts';
import { until } from '../../support/until.ts';

let stage: SmsStage;
let replicas: ServerProcesses;

beforeAll(async () => {
  stage = await SmsStage.open();
  replicas = await ServerProcesses.open(stage.settings);
});

afterAll(async () => {
  await replicas.close();
  await stage.down();
});

test('killed in the middle: another resumes, under an id by which the provider can tell it is the same', async () => {
  const one = await replicas.start();
  const reader = await newPhoned(one, stage);
  // Taken, and never answered.
  stage.answer = () => undefined;
  const id = await send(one, reader.id, { title: 'Room changed' });
  await bringForward(replicas, reader.id);
  await until(() => stage.taken.length === 1, { timeoutMs: 30_000 });
  await one.kill();
  stage.answer = answering(201);
  const two = await replicas.start();
  const second = await send(two, reader.id, { title: 'While nobody noticed' });
  await until(() => stage.taken.length === 2, { timeoutMs: 60_000 });
  await untilSms(two, reader, id, { status: 'SENT', reason: null });
  const [before, after] = stage.taken.map(({ form, headers }) => ({ form, key: headers['idempotency-key'] }));
  expect(after).toEqual(before);
  await bringForward(replicas, reader.id);
  await untilSms(two, reader, second, { status: 'SENT', reason: null });
  expect(stage.to(reader.number).map((text) => text.split('\n')[0])).toEqual([
    ...['Room changed', 'Room changed', 'While nobody noticed'],
  ]);
  expect(new Set(stage.taken.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
  expect(await forgotten(replicas)).toEqual([]);
}, 120_000);
