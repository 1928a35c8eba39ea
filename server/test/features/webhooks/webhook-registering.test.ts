import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, markRead, send } from '../../support/acts.ts';
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
