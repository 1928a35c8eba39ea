import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataOf, listOf, type Listed } from '../../support/acts.ts';
import { textsOf } from '../../support/documents.ts';
import { failedOf, Host, untilTaken } from '../../support/intake.ts';
import { run } from '../../support/run-script.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { debianPython } from '../../support/services/debian-python.ts';
import { candidate, mint, SECRET } from '../../support/token.ts';

// The ways from elsewhere to Carillon, step by step: what the pages show is what is run here.
const OWN_TABLE = 'docs/from-your-own-table.md';
const NOVU = 'docs/from-novu.md';
const sender = mint({ sub: 'shop', scope: 'notifications:create catalogue:write' });

let server: TestServer;
let host: Host;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  host = await Host.open(server.databaseUrl, 'shop');
  await server.sql(`create schema shop authorization ${host.role}`);
  folder = await mkdtemp(path.join(tmpdir(), 'carillon-guides-'));
  const [declareEarlier] = textsOf(OWN_TABLE, 'graphql');
  await dataOf(server.ask(declareEarlier!, {}, sender));
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await server.close();
  await host.drop();
});

const titlesOf = async (reader: string) =>
  (await listOf(server, candidate(reader))).map(({ title, message }: Listed) => `${title}: ${message}`);

const categoriesAndRings = async (reader: string) => {
  const document = '{ notifications { edges { node { category ring deliveries { channel status } } } } }';
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: { category: string; ring: string } }[] } }>(
      document,
      {},
      candidate(reader),
    ),
  );
  return notifications.edges.map(({ node: { category, ring } }) => `${category} ${ring}`);
};

test('a table of one’s own: what is inserted is told, and what is unread is moved once, quietly', async () => {
  const [table, passOn, move] = textsOf(OWN_TABLE, 'sql');
  await host.sql(table!);
  await host.sql(`insert into shop.notifications (user_id, verb, text, url, read, created_at) values
    (7, 'order_shipped', 'Order 1 is on its way', '/orders/1', false, '2025-03-01'),
    (7, 'order_shipped', 'Order 2 is on its way', '/orders/2', true, '2025-03-02'),
    (7, 'invoice_due', 'Invoice 3 is due', null, false, '2025-03-03'),
    (8, 'invoice_due', repeat('x', 4000), null, false, '2025-03-04'),
    (8, 'invoice_due', 'Invoice 5 is due', '/.//elsewhere.example', false, '2025-03-05')`);
  await host.sql(passOn!);
  await host.sql(
    `insert into shop.notifications (user_id, verb, text) values (7, 'order_shipped', 'Order 6')`,
  );
  await untilTaken(server);
  expect(await titlesOf('7')).toEqual(['Order Shipped: Order 6']);

  // Too long for a message: nothing of its thousand is sent, and the list is as it was.
  expect(await host.refusal(move!)).toMatchObject({ code: '22023', column: 'message' });
  await host.sql(`delete from shop.to_move where id = 4`);
  await host.sql(move!);
  await host.sql(move!);
  await untilTaken(server);
  expect(await titlesOf('7')).toEqual([
    'Invoice Due: Invoice 3 is due (03.03.2025)',
    'Order Shipped: Order 1 is on its way (01.03.2025)',
    'Order Shipped: Order 6',
  ]);
  expect(await categoriesAndRings('7')).toEqual([
    'earlier PREFERENCE_OFF',
    'earlier PREFERENCE_OFF',
    'general RANG',
  ]);
  expect(await failedOf(server)).toMatchObject([
    { recipientId: '8', reason: expect.stringContaining('url') },
  ]);

  const [, read] = textsOf(OWN_TABLE, 'graphql');
  const { inbox } = await dataOf(
    server.ask<{ inbox: { counts: { unread: number } } }>(read!, {}, candidate('7')),
  );
  expect(inbox.counts.unread).toBe(3);
}, 60_000);

test('Django: the token of its view names who is signed in', async () => {
  const [, view] = textsOf('docs/from-django-channels.md', 'python');
  const { command, env } = await debianPython(['python3-django', 'python3-jwt']);
  const script = path.join(folder, 'view.py');
  await writeFile(
    script,
    [
      'from types import SimpleNamespace',
      'from django.conf import settings as django_settings',
      `django_settings.configure(CARILLON_JWT_SECRET='${SECRET}')`,
      view!,
      "user = SimpleNamespace(pk=7, username='casey', email='casey@example.com', get_full_name=lambda: '')",
      'print(carillon_token(SimpleNamespace(user=user)).content.decode())',
    ].join('\n'),
  );
  const { code, err, out } = await run(command, [script], env as Record<string, string>);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { token } = JSON.parse(out) as { token: string };
  expect(await dataOf(server.ask('{ viewer { id name } }', {}, token))).toEqual({
    viewer: { id: '7', name: 'casey' },
  });
}, 300_000);

test('Novu: what triggered a workflow sends, once, in the reader’s language', async () => {
  const [declare] = textsOf(NOVU, 'graphql');
  await dataOf(server.ask(declare!, {}, sender));
  await writeScripts();
  const calls = path.join(folder, 'calls.mjs');
  await writeFile(
    calls,
    `import { trigger } from './carillon.mjs';
    const payload = { postTitle: 'Bells', postId: 'a/b', comment: 'Well cast.' };
    const call = { workflowId: 'comment-added', to: ['kim', 'lee'], payload, actor: { name: 'Ana' }, transactionId: 'comment 7' };
    console.log(await trigger(call), await trigger(call));`,
  );
  expect(
    await run(process.execPath, [calls], { CARILLON: server.url, CARILLON_TOKEN: sender }),
  ).toMatchObject({
    code: 0,
    out: '2 2\n',
  });
  expect(await titlesOf('kim')).toEqual(['Ana commented on Bells: Well cast.']);
}, 60_000);

test('Novu: what is unread is moved, however often it is tried', async () => {
  await writeScripts();
  const novu = await feeds();
  const env = {
    ...{ CARILLON: server.url, CARILLON_TOKEN: sender, NOVU_SECRET_KEY: 'secret' },
    NOVU: `http://127.0.0.1:${(novu.address() as AddressInfo).port}`,
  };
  try {
    for (const _ of ['first', 'again'])
      expect(await run(process.execPath, [path.join(folder, 'move.mjs')], env)).toMatchObject({
        code: 0,
        err: expect.stringMatching(/^2 of max is left out: BAD_USER_INPUT: .*\n$/),
      });
  } finally {
    novu.close();
  }
  expect(await titlesOf('max')).toEqual(['Third: And Ω (2026-01-03)', 'First: One (2026-01-01)']);
  expect(await titlesOf('mia')).toEqual(['Hello  you : Hello  you  (2026-01-04)']);
}, 60_000);

const writeScripts = () =>
  Promise.all(
    textsOf(NOVU, 'js').map((text) => writeFile(path.join(folder, /^\/\/ (\S+)/.exec(text)![1]!), text)),
  );

/** What Novu answers: subscribers in two pages, a feed in two, the newest first. */
async function feeds(): Promise<Server> {
  const of = (_id: string, subject: string | undefined, content: string, url = '/') => ({
    ...{ _id, subject, content, createdAt: `2026-01-0${_id}T08:00:00.000Z`, read: false },
    cta: { type: 'redirect', data: { url } },
  });
  const answers: Record<string, object> = {
    '/v2/subscribers?limit=100': { data: [{ subscriberId: 'max' }], next: 'x' },
    '/v2/subscribers?limit=100&after=x': { data: [{ subscriberId: 'mia' }], next: null },
    '/v1/subscribers/max/notifications/feed?read=false&limit=50&page=0': {
      data: [of('3', 'Third', 'And Ω'), of('2', 'Second', 'Two', '//elsewhere.example')],
      hasMore: true,
    },
    '/v1/subscribers/max/notifications/feed?read=false&limit=50&page=1': {
      data: [of('1', 'First', 'One')],
      hasMore: false,
    },
    '/v1/subscribers/mia/notifications/feed?read=false&limit=50&page=0': {
      data: [of('4', undefined, 'Hello <b>you</b>')],
      hasMore: false,
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url!];
    const isKnown = answer !== undefined && request.headers.authorization === 'ApiKey secret';
    response
      .writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
