import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Subscribed } from '../../../local/mail/subscribed.ts';
import { dataOf, markRead, send, sendMany } from '../../support/acts.ts';
import { bringForward, deliveriesOf, forgotten, newReader, type Reader } from '../../support/email/emails.ts';
import {
  answering,
  CONTACT,
  endpointsOf,
  PushStage,
  register,
  untilPush,
} from '../../support/push/push-service.ts';
import { comment } from '../../support/grouping.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let stage: PushStage;
let server: TestServer;

beforeAll(async () => {
  stage = await PushStage.open();
  server = await startServer(stage.settings);
});

afterEach(async () => {
  stage.answer = answering(201);
  expect(await forgotten(server)).toEqual([]);
});

afterAll(async () => {
  await server.close();
  await stage.down();
});

async function newPushed(devices = 1): Promise<{ reader: Reader; browsers: Subscribed[] }> {
  const reader = await newReader(server, 'pushed');
  const browsers = Array.from({ length: devices }, () => stage.browser());
  for (const browser of browsers) await dataOf(register(server, reader, browser));
  return { reader, browsers };
}

const comes = async (reader: Reader, more: object = {}): Promise<string> => {
  const id = await send(server, reader.id, more);
  await bringForward(server, reader.id);
  return id;
};

test('what comes is pushed to each device, signed and sealed, and says where it leads', async () => {
  const { reader, browsers } = await newPushed(2);
  const id = await comes(reader, { title: 'Room changed', message: 'It is 4.2 now.', severity: 'HIGH' });
  await untilPush(server, reader, id, { status: 'SENT', detail: 'Taken by 2 of 2' });
  const { pushPublicKey } = await dataOf(
    server.ask<{ pushPublicKey: string }>('{ pushPublicKey }', {}, reader.token),
  );
  for (const browser of browsers) {
    const [pushed, ...more] = stage.to(browser);
    expect(more).toEqual([]);
    expect(pushed).toMatchObject({ key: pushPublicKey, claims: { sub: CONTACT } });
    expect(pushed!.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: String(3 * 24 * 60 * 60),
      urgency: 'high',
      topic: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(browser.decrypted(pushed!)).toEqual({
      web_push: 8030,
      app_badge: 1,
      notification: {
        title: 'Room changed',
        body: 'It is 4.2 now.',
        lang: expect.stringMatching(/^en/),
        dir: 'auto',
        tag: id,
        navigate: `https://carillon.example.com/bell/notifications/${id}`,
        data: { messageId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    });
  }
});

test('a row that has grown says how many it stands for', async () => {
  const { reader, browsers } = await newPushed();
  for (const title of ['First', 'Second']) await comment(server, reader.id, { title });
  await bringForward(server, reader.id);
  const [pushed] = await until(() => stage.to(browsers[0]!).length > 0 && stage.to(browsers[0]!));
  expect(browsers[0]!.decrypted(pushed!).notification['title']).toBe('Second ×2');
});

test('several at once are one, and buttons lead to where they are pressed', async () => {
  const { reader, browsers } = await newPushed();
  await sendMany(server, reader.id, 3);
  await bringForward(server, reader.id);
  const [several] = await until(() => stage.to(browsers[0]!).length > 0 && stage.to(browsers[0]!));
  expect(browsers[0]!.decrypted(several!)).toMatchObject({
    app_badge: 3,
    notification: { title: '3 unread notifications', tag: 'inbox', body: 'No. 3\nNo. 2\nNo. 1' },
  });
  stage.taken.splice(0);
  const id = await comes(reader, {
    subject: { type: 'leave', id: '1' },
    actions: ['a', 'b', 'c'].map((action) => ({ id: action, label: `Do ${action}` })),
  });
  await untilPush(server, reader, id, { status: 'SENT' });
  const { notification } = browsers[0]!.decrypted(stage.to(browsers[0]!)[0]!);
  expect(notification.actions).toEqual(
    ['a', 'b'].map((action) => ({ action, title: `Do ${action}`, navigate: notification.navigate })),
  );
});

test('nothing of what it says, where its reader wants that', async () => {
  const { reader, browsers } = await newPushed();
  await dataOf(
    server.ask(
      'mutation { setPushContent(isShown: false) { preferences { isPushContentShown } } }',
      {},
      reader.token,
    ),
  );
  const id = await comes(reader, { title: 'Secret', message: 'Very' });
  await untilPush(server, reader, id, { status: 'SENT' });
  const { notification } = browsers[0]!.decrypted(stage.to(browsers[0]!)[0]!);
  expect(notification).toMatchObject({ title: 'One unread notification', body: 'General' });
  expect(JSON.stringify(notification)).not.toMatch(/Secret|Very/);
});

test.each([
  ['letters', 'a'.repeat(4_000)],
  ['emoji', '👨‍👩‍👧‍👦'.repeat(500)],
  ['what JSON writes at length', '"\\\n\t'.repeat(900)],
  ['Arabic', 'سلام '.repeat(700)],
])('a long text of %s is cut to what all push services take', async (_what, message) => {
  const { reader, browsers } = await newPushed();
  const id = await comes(reader, { message });
  await untilPush(server, reader, id, { status: 'SENT' });
  const [pushed] = stage.to(browsers[0]!);
  expect(pushed!.body.length).toBeLessThanOrEqual(4_096);
  expect(pushed!.body.length).toBeGreaterThan(3_900);
  const { body } = browsers[0]!.decrypted(pushed!).notification;
  expect(body!.endsWith('…')).toBe(true);
  expect(body!.isWellFormed()).toBe(true);
});

describe('nothing is pushed', () => {
  test('where a page in view has shown it', async () => {
    const { reader } = await newPushed();
    const id = await send(server, reader.id);
    const shown = await dataOf(
      server.ask<{ markAllAsShown: unknown }>(
        'mutation { markAllAsShown(upToSeq: 1) { inbox { counts { unread unseen } } } }',
        {},
        reader.token,
      ),
    );
    expect(shown.markAllAsShown).toEqual({ inbox: { counts: { unread: 1, unseen: 1 } } });
    await bringForward(server, reader.id);
    await untilPush(server, reader, id, { status: 'SKIPPED', reason: 'SHOWN' });
    const later = await comes(reader);
    await untilPush(server, reader, later, { status: 'SENT' });
  });

  test('of what was read meanwhile', async () => {
    const { reader } = await newPushed();
    const id = await send(server, reader.id);
    await markRead(server, reader.token, id);
    await bringForward(server, reader.id);
    await untilPush(server, reader, id, { status: 'SKIPPED', reason: 'READ' });
  });

  test('to 10,000 who have no device: not even a job', async () => {
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

describe('an answer of the push service', () => {
  test.each([404, 410])('%d: the device is forgotten', async (status) => {
    const { reader } = await newPushed();
    stage.answer = answering(status);
    const id = await comes(reader);
    await untilPush(server, reader, id, { status: 'FAILED', reason: 'REFUSED' });
    expect(await endpointsOf(server, reader)).toEqual([]);
    const next = await comes(reader);
    expect((await deliveriesOf(server, reader, next)).PUSH).toMatchObject({ reason: 'NO_ADDRESS' });
  });

  test.each([400, 413, 301])('%d: it is not tried again, and the device stays', async (status) => {
    const { reader } = await newPushed();
    stage.answer = answering(status, { location: `http://${stage.host}/elsewhere` });
    const id = await comes(reader);
    await untilPush(server, reader, id, { status: 'FAILED', reason: 'REFUSED' });
    expect(await endpointsOf(server, reader)).toHaveLength(1);
  });

  test.each([429, 500, 503])('%d: it is tried again, at that device alone', async (status) => {
    const { reader, browsers } = await newPushed(2);
    stage.answer = (response, pushed) =>
      answering(stage.to(browsers[0]!).includes(pushed) ? 201 : status)(response, pushed);
    const id = await comes(reader);
    await untilPush(server, reader, id, { status: 'WAITING', reason: 'RETRYING', detail: 'Taken by 1 of 2' });
    stage.answer = answering(201);
    await bringForward(server, reader.id);
    await untilPush(server, reader, id, { status: 'SENT', detail: 'Taken by 2 of 2' });
    expect(stage.to(browsers[0]!)).toHaveLength(1);
    expect(stage.to(browsers[1]!)).toHaveLength(2);
  });

  test('that says when to come again is obeyed', async () => {
    const { reader } = await newPushed();
    stage.answer = answering(429, { 'retry-after': '600' });
    const id = await comes(reader);
    const { dueAt } = await untilPush(server, reader, id, { status: 'WAITING', reason: 'RETRYING' });
    const wait = Date.parse(dueAt!) - Date.now();
    expect(wait).toBeGreaterThan(500_000);
    expect(wait).toBeLessThanOrEqual(600_000);
  });
});

const jobs = async (): Promise<number> => {
  const [counted] = await server.sql<{ count: number }>(
    'select count(*)::int as count from graphile_worker._private_jobs',
  );
  return counted!.count;
};
