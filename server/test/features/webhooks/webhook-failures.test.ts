import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { dataOf, markRead, send } from '../../support/acts.ts';
import { metricsOf } from '../../support/metrics.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import {
  answering,
  bringWebhooksForward,
  hooking,
  messagesOf,
  Receiver,
  registered,
  sentBy,
  taken,
  verify,
  webhooksOf,
  type Kept,
  type Registered,
} from '../../support/webhooks/receiver.ts';

const admin = mint({ sub: 'ada', role: 'ADMIN' });
let server: TestServer;
let receiver: Receiver;
let hook: Registered;

beforeAll(async () => {
  receiver = new Receiver();
  await receiver.up();
  server = await startServer({ WEBHOOK_PRIVATE_ADDRESSES: 'true' });
});

beforeEach(async () => {
  hook = await registered(server, hooking('grading'), receiver.url);
});

afterEach(async () => {
  await server.sql('delete from webhooks');
  receiver.received.length = 0;
  receiver.answer = taken;
});

afterAll(async () => {
  await server.close();
  await receiver.down();
});

/** Something happens of which the webhook is told. */
async function happen(): Promise<void> {
  const id = await send(server, 'casey');
  await sentBy(server, 'grading', ['casey']);
  await dataOf(markRead(server, candidate('casey'), id));
}

/** Waits until the only message is so, and its next try is noted if there is to be one. */
const untilKept = (wanted: Partial<Kept>): Promise<Kept> =>
  until(async () => {
    const [message] = await messagesOf(server, hook.webhook.id);
    const isSo =
      message &&
      Object.entries(wanted).every(([field, value]) => message[field as keyof Kept] === value) &&
      (message.state !== 'SENDING' || (await waitOf(message.id)) !== undefined);
    return isSo && message;
  });

/** In how many seconds it is tried again. */
async function waitOf(messageId: string): Promise<number | undefined> {
  const [job] = await server.sql<{ seconds: number }>(
    `select extract(epoch from run_at - now())::float as seconds from graphile_worker._private_jobs
     where payload ->> 'messageId' = $1 and locked_at is null and attempts < max_attempts`,
    [messageId],
  );
  return job?.seconds;
}

test.each([
  ['an error', answering(500), 'HTTP 500'],
  ['a redirect', answering(302, { location: '/elsewhere' }), 'HTTP 302'],
  [
    'a connection that is cut',
    (response: { destroy(): unknown }) => response.destroy(),
    'No answer (ECONNRESET)',
  ],
] as const)('%s is a failure, and the next try has the same id', async (_what, answer, words) => {
  receiver.answer = answer;
  await happen();
  const { id } = await untilKept({ attempts: 1, state: 'SENDING', answer: words });
  expect(await waitOf(id)).toBeLessThanOrEqual(5);
  receiver.answer = taken;
  await bringWebhooksForward(server);
  await untilKept({ state: 'SENT', answer: 'HTTP 204' });
  expect(receiver.received.map((message) => message.id)).toEqual([id, id]);
  expect(receiver.received.map(({ headers }) => headers.location ?? '')).toEqual(['', '']);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  for (const message of receiver.received) verify(hook.secret, message);
});

test('a receiver that is down gets it when it is up again', async () => {
  await receiver.down();
  await happen();
  await untilKept({ attempts: 1, answer: 'No answer (ECONNREFUSED)' });
  await bringWebhooksForward(server);
  await untilKept({ attempts: 2, answer: 'No answer (ECONNREFUSED)' });
  await receiver.up();
  await bringWebhooksForward(server);
  await untilKept({ attempts: 3, state: 'SENT' });
  expect(receiver.received).toHaveLength(1);
});

test('an answer without an end is one, once its head is there', async () => {
  let isCut = false;
  receiver.answer = (response) => {
    response.writeHead(200).on('close', () => (isCut = true));
    const more = () => response.destroyed || (response.write('x'.repeat(1_024)), setImmediate(more));
    more();
  };
  await happen();
  await untilKept({ state: 'SENT' });
  await until(() => isCut);
});

test('gone: the webhook is disabled, with all that waits for it', async () => {
  receiver.answer = answering(500);
  await happen();
  await untilKept({ attempts: 1, state: 'SENDING' });
  receiver.answer = answering(410);
  await happen();
  await until(async () => {
    const messages = await messagesOf(server, hook.webhook.id);
    return messages.length === 2 && messages.every(({ state }) => state === 'DEAD');
  });
  expect(await webhooksOf(server, hooking('grading'))).toMatchObject([{ isEnabled: false }]);
  await happen();
  expect(await messagesOf(server, hook.webhook.id)).toHaveLength(2);
  const [message] = await messagesOf(server, hook.webhook.id);
  expect((await sendAgain(admin, message!.id)).code).toBe('CONFLICT');
});

test.each([
  [429, '3600', 3_600],
  [503, new Date(Date.now() + 7_200_000).toUTCString(), 7_200],
  [429, '99999999', 86_400],
  [429, '1', 5],
  [500, '3600', 5],
])('%d with Retry-After %s is tried again after %d s', async (status, retryAfter, seconds) => {
  receiver.answer = answering(status, { 'retry-after': retryAfter });
  await happen();
  const { id } = await untilKept({ attempts: 1, state: 'SENDING', answer: `HTTP ${status}` });
  const wait = (await waitOf(id))!;
  expect(wait).toBeLessThanOrEqual(seconds + 1);
  expect(wait).toBeGreaterThan(seconds - 120);
});

const sendAgain = (token: string, id: string) =>
  server.ask('mutation ($id: ID!) { sendWebhookMessageAgain(id: $id) { messageId } }', { id }, token);

interface Page {
  edges: { cursor: string; node: Record<string, unknown> }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

const failed = (token: string, variables: object = {}) =>
  server.ask<{ failedWebhookMessages: Page }>(
    `query ($first: Int, $after: String) { failedWebhookMessages(first: $first, after: $after) {
      edges { cursor node { id webhookId service url event attempts answer createdAt } }
      pageInfo { hasNextPage hasPreviousPage }
    } }`,
    variables,
    token,
  );

test('after ten tries it is given up, until an admin has it sent again', async () => {
  receiver.answer = answering(500);
  await happen();
  for (let attempts = 1; attempts < 10; attempts++) {
    await untilKept({ attempts, state: 'SENDING', answer: 'HTTP 500' });
    await bringWebhooksForward(server);
  }
  const { id } = await untilKept({ attempts: 10, state: 'DEAD' });
  expect(await metricsOf(server.url)).toMatch(/^carillon_webhooks_total\{outcome="gave_up"\} 1$/m);
  for (const token of [candidate('casey'), hooking('grading')]) {
    expect((await failed(token)).code).toBe('FORBIDDEN');
    expect((await sendAgain(token, id)).code).toBe('FORBIDDEN');
  }
  const { failedWebhookMessages } = await dataOf(failed(admin));
  expect(failedWebhookMessages.edges.map(({ node }) => node)).toEqual([
    {
      id,
      webhookId: hook.webhook.id,
      service: 'grading',
      url: receiver.url,
      event: 'NOTIFICATION_READ',
      attempts: 10,
      answer: 'HTTP 500',
      createdAt: expect.any(String),
    },
  ]);
  receiver.answer = taken;
  await dataOf(sendAgain(admin, id));
  await untilKept({ attempts: 1, state: 'SENT' });
  expect(new Set(receiver.received.map((message) => message.id))).toEqual(new Set([id]));
  for (const other of [id, 'x']) expect((await sendAgain(admin, other)).code).toBe('NOT_FOUND');
});

test('failed messages come in pages, newest first', async () => {
  receiver.answer = answering(500);
  for (let count = 0; count < 3; count++) await happen();
  await until(async () =>
    (await messagesOf(server, hook.webhook.id)).every(({ attempts }) => attempts === 1),
  );
  await server.sql(`update webhook_messages set state = 'DEAD' where webhook_id = $1`, [hook.webhook.id]);
  const ids = (await messagesOf(server, hook.webhook.id)).map(({ id }) => id).reverse();
  const { failedWebhookMessages: first } = await dataOf(failed(admin, { first: 2 }));
  expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
  const after = first.edges.at(-1)!.cursor;
  const { failedWebhookMessages: second } = await dataOf(failed(admin, { first: 2, after }));
  expect(second.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
  expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
  expect((await failed(mint({ sub: 'another', role: 'ADMIN' }), { after })).code).toBe('BAD_USER_INPUT');
});

test('what waits for a webhook that is removed is thrown away, also what came at that moment', async () => {
  receiver.answer = answering(500);
  await happen();
  const { id } = await untilKept({ attempts: 1 });
  await server.sql('delete from webhooks');
  await bringWebhooksForward(server);
  await until(
    async () => (await server.sql('select from webhook_messages where id = $1', [id])).length === 0,
  );
});
