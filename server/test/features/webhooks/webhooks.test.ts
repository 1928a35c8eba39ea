import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { actOnAll } from '../../../src/inbox/acts/act.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { tellActed } from '../../../src/webhooks/tell.ts';
import { dataOf, markAllRead, markRead, send, sendMany } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import {
  hooking,
  messagesOf,
  Receiver,
  register,
  registered,
  sentBy,
  verify,
  webhooksOf,
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
const removeWebhook = (token: string, id: string) =>
  server.ask('mutation ($id: ID!) { removeWebhook(id: $id) { removedId } }', { id }, token);
const rotate = (token: string, id: string) =>
  server.ask<{ rotateWebhookSecret: { secret: string; formerUntil: string } }>(
    'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { webhook { id } secret formerUntil } }',
    { id },
    token,
  );

describe('registering', () => {
  test('gives a secret once; only the service itself sees and removes its webhook', async () => {
    const { webhook, secret } = await registered(server, hooking('grading'), receiver.url, [
      'NOTIFICATION_READ',
      'NOTIFICATION_READ',
      'NOTIFICATION_ACTED',
    ]);
    expect(webhook).toMatchObject({
      url: receiver.url,
      events: ['NOTIFICATION_READ', 'NOTIFICATION_ACTED'],
      isEnabled: true,
    });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await webhooksOf(server, hooking('grading'))).toEqual([webhook]);
    for (const other of [hooking('billing'), admin]) {
      expect(await webhooksOf(server, other)).toEqual([]);
      expect((await removeWebhook(other, webhook.id)).code).toBe('NOT_FOUND');
      expect((await rotate(other, webhook.id)).code).toBe('NOT_FOUND');
    }
    expect((await removeWebhook(hooking('grading'), webhook.id)).data).toEqual({
      removeWebhook: { removedId: webhook.id },
    });
    expect(await webhooksOf(server, hooking('grading'))).toEqual([]);
    expect((await removeWebhook(hooking('grading'), webhook.id)).code).toBe('NOT_FOUND');
    expect((await removeWebhook(hooking('grading'), 'x')).code).toBe('NOT_FOUND');
  });

  test('takes the scope for it, one event at least, and an admin for preferences', async () => {
    for (const token of [candidate('casey'), service('grading')])
      expect((await register(server, token, receiver.url, ['NOTIFICATION_READ'])).code).toBe('FORBIDDEN');
    for (const events of [[], ['PREFERENCES_CHANGED'], ['NOTIFICATION_READ', 'PREFERENCES_CHANGED']])
      expect(await register(server, hooking('grading'), receiver.url, events)).toMatchObject({
        code: 'BAD_USER_INPUT',
        errors: [{ extensions: { field: 'events' } }],
      });
    await registered(server, admin, receiver.url, ['PREFERENCES_CHANGED']);
  });

  test('a service has 20, however many ask at the same moment', async () => {
    const asked = await Promise.all(
      Array.from({ length: 30 }, () =>
        register(server, hooking('eager'), receiver.url, ['NOTIFICATION_READ']),
      ),
    );
    expect(asked.filter(({ code }) => code === 'BAD_USER_INPUT')).toHaveLength(10);
    expect(await webhooksOf(server, hooking('eager'))).toHaveLength(20);
  });
});

describe('where private addresses are not allowed', () => {
  let strict: TestServer;

  beforeAll(async () => {
    strict = await startServer();
  });

  afterAll(() => strict.close());

  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://nobody.invalid/',
    'http://1.1.1.1/',
    'https://user:password@1.1.1.1/',
    'ftp://1.1.1.1/',
    '/hooks',
    '',
  ])('refuses %j', async (url) => {
    expect(await register(strict, hooking('grading'), url, ['NOTIFICATION_READ'])).toMatchObject({
      code: 'BAD_USER_INPUT',
      errors: [{ extensions: { field: 'url' } }],
    });
  });

  test('and what was registered before is not sent', async () => {
    const { webhook } = await registered(strict, hooking('grading'), 'https://1.1.1.1/', [
      'NOTIFICATION_READ',
    ]);
    await strict.sql('update webhooks set url = $1', [receiver.url.replace('http:', 'https:')]);
    const id = await send(strict, 'reader');
    await sentBy(strict, 'grading', ['reader']);
    await dataOf(markRead(strict, candidate('reader'), id));
    await until(async () => {
      const [message] = await messagesOf(strict, webhook.id);
      return message?.answer === 'The address is not on the internet';
    });
  });
});

describe('telling', () => {
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
    const { secret } = await registered(server, hooking('grading'), receiver.url);
    await send(server, 'busy');
    await server.sql(
      `insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
       select gen_random_uuid(), 'busy', 1 + n, 1 + n, 'graded', 'general', 'No. ' || n, 'See.'
       from generate_series(1, 1199) n`,
    );
    await server.sql(`update inbox set seq = 1200, unread = 1200, unseen = 1200 where user_id = 'busy'`);
    await sentBy(server, 'grading', ['busy']);
    const { markAllAsRead } = await dataOf(markAllRead(server, candidate('busy')));
    expect(markAllAsRead.affectedCount).toBe(1_200);
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
      expect(
        await sql.query('select from webhook_messages where webhook_id = $1', [webhook.id]),
      ).toHaveLength(1);
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
      server.ask(
        'mutation { setLanguage(language: EN) { preferences { language } } }',
        {},
        candidate('casey'),
      ),
    );
    const [message] = await received(1);
    expect(verify(secret, message!)).toMatchObject({
      type: 'preferences.changed',
      data: { recipientId: 'casey' },
    });
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
