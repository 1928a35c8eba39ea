import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, send } from '../../support/acts.ts';
import { newReader } from '../../support/email/emails.ts';
import { answering, PushStage, register, untilPush } from '../../support/push/push-service.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import { until } from '../../support/until.ts';

let stage: PushStage;
let replicas: ServerProcesses;

beforeAll(async () => {
  stage = await PushStage.open();
  replicas = await ServerProcesses.open(stage.settings);
});

afterAll(async () => {
  await replicas.close();
  await stage.down();
});

test('killed in the middle: who has it is not told again, the others are, in place of what may have come', async () => {
  const one = await replicas.start();
  const reader = await newReader(one);
  const [had, lost] = [stage.browser(), stage.browser()];
  for (const browser of [had, lost]) await dataOf(register(one, reader, browser));
  stage.answer = (response, pushed) => {
    if (stage.to(had).includes(pushed)) response.writeHead(201).end();
  };
  const id = await send(one, reader.id);
  await until(() => stage.to(lost).length === 1, { timeoutMs: 30_000 });
  await until(async () => (await replicas.sql('select from push_taken')).length === 1);
  await one.kill();
  stage.answer = answering(201);
  const two = await replicas.start();
  await until(() => stage.to(lost).length === 2, { timeoutMs: 60_000 });
  await untilPush(two, reader, id, { status: 'SENT' });
  expect(stage.to(had)).toHaveLength(1);
  const [first, second] = stage.to(lost);
  expect(second!.headers.topic).toBe(first!.headers.topic);
  const [before, after] = [first!, second!].map((push) => lost.decrypted(push).notification);
  expect(after).toMatchObject({ tag: before!['tag'], data: before!.data });
}, 120_000);
