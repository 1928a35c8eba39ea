import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, markRead, send, sendMany } from '../../support/acts.ts';
import { bringForward, deliveriesOf, forgotten, newReader } from '../../support/email/emails.ts';
import { comment } from '../../support/grouping.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { service } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { answering, newPhoned, PUBLIC_URL, SmsStage, untilSms } from '../../support/sms/provider.ts';

let stage: SmsStage;
let server: TestServer;

beforeAll(async () => {
  stage = await SmsStage.open();
  server = await startServer({ ...stage.settings, SMS_PER_HOUR: '2' });
});

afterEach(async () => {
  stage.answer = answering(201);
  expect(await forgotten(server)).toEqual([]);
});

afterAll(async () => {
  await server.close();
  await stage.down();
});

test('what stays unread is sent once, as the provider wants it, and its reader is told so', async () => {
  const reader = await newPhoned(server, stage);
  const id = await send(server, reader.id, { title: 'Room changed', message: 'It is 4.2 now.' });
  expect((await deliveriesOf(server, reader, id)).SMS).toMatchObject({ status: 'WAITING', reason: null });
  await bringForward(server, reader.id);
  await untilSms(server, reader, id, { status: 'SENT', detail: 'HTTP 201' });
  await bringForward(server, reader.id);
  const [sms, ...more] = stage.taken;
  expect(more).toEqual([]);
  expect(sms).toMatchObject({ path: '/2010-04-01/Accounts/AC1/Messages.json', account: 'AC1' });
  const { StatusCallback, ...said } = Object.fromEntries(sms!.form);
  expect(said).toEqual({
    To: reader.number,
    From: '+15550001111',
    Body: `Room changed\nIt is 4.2 now.\n${PUBLIC_URL}/notifications/${id}`,
  });
  expect(StatusCallback).toBe(`${PUBLIC_URL}/sms/receipts/${String(sms!.headers['idempotency-key'])}`);
});

test('several at once are one', async () => {
  const reader = await newPhoned(server, stage);
  await sendMany(server, reader.id, 7);
  await bringForward(server, reader.id);
  const [said] = await until(() => stage.to(reader.number).length > 0 && stage.to(reader.number));
  expect(said).toMatch(/^7 unread notifications\n(- No\. \d\n){5}https:.*\/notifications$/);
});

test('a row that has grown says how many it stands for, in characters that are cheap', async () => {
  const reader = await newPhoned(server, stage);
  for (const title of ['First', 'Second']) await comment(server, reader.id, { title });
  await bringForward(server, reader.id);
  const [said] = await until(() => stage.to(reader.number).length > 0 && stage.to(reader.number));
  expect(said).toMatch(/^Second x2\n/);
});

describe('nothing is sent', () => {
  test('where the category does not come by text message', async () => {
    const reader = await newPhoned(server, stage);
    const id = await send(server, reader.id, { category: 'applications' });
    expect((await deliveriesOf(server, reader, id)).SMS).toMatchObject({
      status: 'SKIPPED',
      reason: 'PREFERENCE_OFF',
    });
  });

  test('without a number, and to one that is not confirmed', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id, { category: 'account' });
    expect((await deliveriesOf(server, reader, id)).SMS).toMatchObject({
      status: 'SKIPPED',
      reason: 'NO_ADDRESS',
    });
  });

  test('of what was read meanwhile', async () => {
    const reader = await newPhoned(server, stage);
    const id = await send(server, reader.id);
    await markRead(server, reader.token, id);
    await bringForward(server, reader.id);
    await untilSms(server, reader, id, { status: 'SKIPPED', reason: 'READ' });
    expect(stage.taken).toEqual([]);
  });

  test('to 10,000 who have no number: not even a job', async () => {
    const recipientIds = Array.from({ length: 10_000 }, (_, index) => `nobody ${index}`);
    const before = await jobs();
    await dataOf(
      server.ask(
        `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`,
        { input: { recipientIds, type: 't', title: 't', message: 'm' } },
        service(),
      ),
    );
    expect(await jobs()).toBe(before);
  }, 60_000);
});

describe('an answer of the provider', () => {
  test.each([
    [400, 'FAILED', 'REFUSED'],
    [401, 'WAITING', 'RETRYING'],
    [429, 'WAITING', 'RETRYING'],
    [500, 'WAITING', 'RETRYING'],
    [307, 'WAITING', 'RETRYING'],
  ])('%d: the delivery is %s', async (status, delivery, reason) => {
    const reader = await newPhoned(server, stage);
    stage.answer = answering(status);
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilSms(server, reader, id, { status: delivery, reason, detail: `HTTP ${status}` });
    stage.answer = answering(201);
    if (delivery === 'FAILED') return;
    await bringForward(server, reader.id);
    await untilSms(server, reader, id, { status: 'SENT' });
    const ids = stage.taken.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(ids).size).toBe(1);
  });
});

test('above the cap of an hour they wait, and are one then; critical ones do not', async () => {
  const reader = await newPhoned(server, stage);
  for (let sent = 0; sent < 2; sent++) {
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilSms(server, reader, id, { status: 'SENT' });
  }
  const above = await send(server, reader.id);
  await bringForward(server, reader.id);
  await untilSms(server, reader, above, { status: 'HELD', reason: 'CAP' });
  const critical = await send(server, reader.id, { category: 'account' });
  await bringForward(server, reader.id);
  await untilSms(server, reader, critical, { status: 'SENT' });
  expect((await deliveriesOf(server, reader, above)).SMS!.status).toBe('HELD');
});

const jobs = async (): Promise<number> => {
  const [counted] = await server.sql<{ count: number }>(
    'select count(*)::int as count from graphile_worker._private_jobs',
  );
  return counted!.count;
};
