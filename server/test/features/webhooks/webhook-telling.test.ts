import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { actOnAll } from '../../../src/inbox/acts/acting.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { tellActed } from '../../../src/webhooks/tell.ts';
import { actOnAll as actOnAllOf, dataOf, markRead, send, sendMany } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import {
  hooking,
  messagesOf,
  Receiver,
  registered,
  sentBy,
  verify,
} from '../../support/webhooks/receiver.ts';

const admin = mint({ sub: 'ada', role: 'ADMIN' });
let server: TestServer;
let receiver: Receiver;

beforeAll(async () => {
  receiver = new Receiver();
  await receiver.up();
  server = await startServer({ WEBHOOK_PRIVATE_ADDRESSES: 'true' });
});

afterEach(async () => {
  await server.sql('delete from webhooks');
  receiver.received.length = 0;
});

afterAll(async () => {
  await server.close();
  await receiver.down();
});

const received = (count: number) => until(() => receiver.received.length >= count && receiver.received);
const rotate = (token: string, id: string) =>
  server.ask<{ rotateWebhookSecret: { secret: string; formerUntil: string } }>(
    'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { webhook { id } secret formerUntil } }',
    { id },
    token,
  );

test('read and archived, signed; each service of its own notifications alone', async () => {
  const { webhook, secret } = await registered(server, hooking('grading'), receiver.url, [
    'NOTIFICATION_READ',
    'NOTIFICATION_ARCHIVED',
  ]);
  const [mine, , old] = (await sendMany(server, 'casey', 3)) as [string, string, string];
  await sentBy(server, 'grading', ['casey']);
  await server.sql(`update notifications set service = null where id = $1`, [old]);
  const foreign = await send(server, 'casey');
  await server.sql(`update notifications set service = 'billing' where id = $1`, [foreign]);
  const token = candidate('casey');
  for (const id of [foreign, old, mine, mine]) await dataOf(markRead(server, token, id));
  await dataOf(
    server.ask(
      'mutation ($ids: [ID!]!) { archiveNotifications(ids: $ids) { affectedCount } }',
      { ids: [foreign, mine] },
      token,
    ),
  );
  const messages = (await received(2)).map((message) => verify(secret, message));
  const notifications = [{ id: mine, recipientId: 'casey' }];
  expect(messages).toEqual([
    { type: 'notification.read', timestamp: expect.any(String), data: { notifications } },
    { type: 'notification.archived', timestamp: expect.any(String), data: { notifications } },
  ]);
  await until(async () => (await messagesOf(server, webhook.id)).every(({ state }) => state === 'SENT'));
  expect(await messagesOf(server, webhook.id)).toHaveLength(2);
  expect(() => verify('whsec_c29tZWJvZHkgZWxzZQ==', receiver.received[0]!)).toThrow();
});

test('all of 1,200 at once is three messages, of 500 at most', async () => {
  const { secret } = await registered(server, hooking('grading'), receiver.url, ['NOTIFICATION_ARCHIVED']);
  await send(server, 'busy');
  await server.sql(
    `insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
     select gen_random_uuid(), 'busy', 1 + n, 1 + n, 'graded', 'general', 'No. ' || n, 'See.'
     from generate_series(1, 1199) n`,
  );
  await server.sql(`update inbox set seq = 1200, unread = 1200, unseen = 1200 where user_id = 'busy'`);
  await sentBy(server, 'grading', ['busy']);
  const all = { act: 'ARCHIVE', upToSeq: 1_200 };
  const { actOnAll: archived } = await dataOf(actOnAllOf(server, candidate('busy'), all));
  expect(archived.affectedCount).toBe(1_200);
  const messages = (await received(3)).map((message) => verify(secret, message).data.notifications);
  expect(messages.map(({ length }) => length).sort()).toEqual([200, 500, 500]);
  expect(new Set(messages.flat().map(({ id }) => id)).size).toBe(1_200);
});

test('nothing of a change that was rolled back', async () => {
  const { webhook } = await registered(server, hooking('grading'), receiver.url);
  await send(server, 'undecided');
  await sentBy(server, 'grading', ['undecided']);
  const database = await Database.connect({ url: server.databaseUrl, poolSize: 1 });
  const changing = database.transaction(async (sql) => {
    const [acted] = await actOnAll(sql, 'read', ['undecided'], () => 'true');
    expect(acted!.affectedCount).toBe(1);
    expect(await sql.query('select from webhook_messages where webhook_id = $1', [webhook.id])).toHaveLength(
      1,
    );
    throw new Error('Never mind');
  });
  await expect(changing).rejects.toThrow('Never mind');
  await database.close();
  expect(await messagesOf(server, webhook.id)).toEqual([]);
  expect(
    await server.sql(`select from graphile_worker._private_jobs where payload ->> 'messageId' is not null`),
  ).toEqual([]);
});

test('an action, with what was answered and by whom', async () => {
  const { secret } = await registered(server, hooking('grading'), receiver.url, ['NOTIFICATION_ACTED']);
  const id = await send(server, 'iris');
  await sentBy(server, 'grading', ['iris']);
  const what = {
    subject: { type: 'application', id: '7' },
    requestKey: 'approval',
    action: { id: 'approve', label: 'Approve' },
    by: { id: 'iris', name: 'Iris' },
    comment: 'Well done',
  };
  const database = await Database.connect({ url: server.databaseUrl, poolSize: 1 });
  await tellActed(database, [id], what);
  await database.close();
  const [message] = await received(1);
  expect(verify(secret, message!)).toMatchObject({
    type: 'notification.acted',
    data: { ...what, notifications: [{ id, recipientId: 'iris' }] },
  });
});

test('changed preferences, to admins alone', async () => {
  const { secret } = await registered(server, admin, receiver.url, ['PREFERENCES_CHANGED']);
  await dataOf(
    server.ask('mutation { setLanguage(language: EN) { preferences { language } } }', {}, candidate('casey')),
  );
  const [message] = await received(1);
  expect(verify(secret, message!)).toMatchObject({
    type: 'preferences.changed',
    data: { recipientId: 'casey' },
  });
});

test('while a secret is changed both sign, and the one before them no more', async () => {
  const { webhook, secret: first } = await registered(server, hooking('grading'), receiver.url);
  const { secret: second, formerUntil } = (await dataOf(rotate(hooking('grading'), webhook.id)))
    .rotateWebhookSecret;
  expect(Date.parse(formerUntil) - Date.now()).toBeGreaterThan(23 * 60 * 60 * 1_000);
  const ids = await sendMany(server, 'changing', 3);
  await sentBy(server, 'grading', ['changing']);
  const readNext = async () => {
    const count = receiver.received.length;
    await dataOf(markRead(server, candidate('changing'), ids.pop()!));
    return (await received(count + 1)).at(-1)!;
  };
  const both = await readNext();
  expect(both.signatures.split(' ')).toHaveLength(2);
  for (const secret of [first, second]) expect(verify(secret, both).type).toBe('notification.read');

  const { secret: third } = (await dataOf(rotate(hooking('grading'), webhook.id))).rotateWebhookSecret;
  const later = await readNext();
  for (const secret of [second, third]) verify(secret, later);
  expect(() => verify(first, later)).toThrow();

  await server.sql(`update webhooks set rotated_at = now() - interval '25 hours'`);
  const last = await readNext();
  verify(third, last);
  expect(() => verify(second, last)).toThrow();
});
