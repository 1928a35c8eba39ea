import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TrustedDocuments } from '../../../src/platform/graphql/admission/trusted-documents.ts';
import { inRepository } from '../../../local/repository.ts';
import { read } from '../../support/client.ts';
import { metricsOf } from '../../support/metrics.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Socket } from '../../support/socket.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

/** What the web client's engine is, as far as we need it; it is of another side, and looked at by that one's rules. */
type EngineModule = {
  Engine: new (options: {
    url: () => string;
    token: string;
    onChange: () => void;
    areSocketsBlocked: boolean;
  }) => { readonly transport: string | undefined; stop(): void };
};

const casey = candidate('casey');
const authorization = `Bearer ${casey}`;
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const HOSTS = '{ viewer { id } }';
const MARK = 'mutation { markAllAsRead { affectedCount } }';
const FOLLOW = 'subscription { inboxChanges { toSeq } }';
const CASEY = { viewer: { id: 'casey' } };
const UNKNOWN = '{ unreadCount }';
const texts = [HOSTS, MARK, FOLLOW];
let folder: string;
let open: TestServer;
let closed: TestServer;

const manifest = async (name: string, documents: unknown) => {
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify(documents));
  return file;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'documents-'));
  const file = await manifest('hosts.json', Object.fromEntries(texts.map((text) => [idOf(text), text])));
  open = await startServer({ TRUSTED_DOCUMENTS: file });
  closed = await startServer({ TRUSTED_DOCUMENTS: file, ONLY_TRUSTED_DOCUMENTS: 'true' }, open.databaseUrl);
});

afterAll(async () => {
  await closed.close();
  await open.close();
});

const post = async (server: TestServer, body: object, token = casey) =>
  read(
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    }),
  );
const get = async (server: TestServer, search: Record<string, string>) =>
  read(
    await fetch(`${server.url}/graphql?${new URLSearchParams(search).toString()}`, {
      headers: { authorization },
    }),
  );

describe('an id', () => {
  test.each(['POST', 'GET'])('stands for its text by %s', async (method) => {
    const ask = method === 'POST' ? post : get;
    for (const server of [open, closed])
      expect(await ask(server, { documentId: idOf(HOSTS) })).toMatchObject({ status: 200, data: CASEY });
  });

  test('may come with its text, and with an empty one', async () => {
    for (const query of [HOSTS, '', null])
      expect(await post(closed, { documentId: idOf(HOSTS), query })).toMatchObject({
        status: 200,
        data: CASEY,
      });
    expect(await post(open, { documentId: idOf(UNKNOWN), query: UNKNOWN })).toMatchObject({ status: 200 });
  });

  test.each([
    [404, 'PERSISTED_QUERY_NOT_FOUND', { documentId: idOf(UNKNOWN) }],
    [404, 'PERSISTED_QUERY_NOT_FOUND', { documentId: '' }],
    [404, 'PERSISTED_QUERY_NOT_FOUND', { documentId: 'constructor' }],
    [404, 'PERSISTED_QUERY_NOT_FOUND', { documentId: idOf(HOSTS).toUpperCase() }],
    [404, 'PERSISTED_QUERY_NOT_FOUND', { documentId: HOSTS }],
    [422, 'BAD_REQUEST', { documentId: idOf(HOSTS), query: MARK }],
    [422, 'BAD_REQUEST', { documentId: 7 }],
    [422, 'BAD_REQUEST', { documentId: {}, query: HOSTS }],
    [
      422,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    ],
  ])('is answered with %d %s: %j', async (status, code, body) => {
    for (const server of [open, closed]) expect(await post(server, body)).toMatchObject({ status, code });
  });

  test('makes no mutation of a GET', async () => {
    const answer = await get(open, { documentId: idOf(MARK) });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('where nothing else is taken', () => {
  test('a text is, if it is that of a trusted document', async () => {
    expect(await post(closed, { query: HOSTS })).toMatchObject({ status: 200, data: CASEY });
  });

  test.each([UNKNOWN, ` ${HOSTS}`, '{ __schema { types { name } } }', '{', ''])(
    'no other: %j',
    async (query) => {
      expect(await post(closed, { query })).toMatchObject({ status: 403, code: 'PERSISTED_QUERY_ONLY' });
      expect(await post(closed, { query }, service())).toMatchObject({ status: 403 });
      expect(await get(closed, { query })).toMatchObject({ status: 403, code: 'PERSISTED_QUERY_ONLY' });
    },
  );

  test('all is, that our client asks', async () => {
    const own = JSON.parse(
      readFileSync(inRepository('client/src/generated/trusted-documents.json'), 'utf8'),
    ) as Record<string, string>;
    expect(Object.keys(own).length).toBeGreaterThan(50);
    const viewer = Object.entries(own).find(([, text]) => text.startsWith('query Viewer'))!;
    expect(await post(closed, { documentId: viewer[0] })).toMatchObject({ status: 200, data: CASEY });
  });
});

describe('over a socket', () => {
  test('an id stands for its text, beside an empty query', async () => {
    for (const server of [open, closed]) {
      const socket = await Socket.open(server.url, casey);
      const stream = socket.subscribe('', {}, { documentId: idOf(FOLLOW) });
      await stream.reaches(1);
    }
  });

  test.each([
    ['PERSISTED_QUERY_NOT_FOUND', '', { documentId: idOf(UNKNOWN) }],
    ['BAD_REQUEST', '', { documentId: 7 }],
    ['PERSISTED_QUERY_ONLY', UNKNOWN, {}],
  ])('it says %s', async (code, query, more) => {
    const stream = (await Socket.open(closed.url, casey)).subscribe(query, {}, more);
    await until(() => stream.errors.length > 0);
    expect(stream.errors[0]).toMatchObject({ extensions: { code } });
  });
});

test.each([
  ['a socket', false, 'socket'],
  ['a stream of events', true, 'event-stream'],
])(
  'our client follows by %s where nothing else is taken',
  async (_how, areSocketsBlocked, transport) => {
    const { Engine } = (await import(
      pathToFileURL(inRepository('client/test/engine.ts')).href
    )) as EngineModule;
    const subscribed: unknown[] = [];
    const engine = new Engine({
      url: () => closed.url,
      token: casey,
      onChange: () => subscribed.push(1),
      areSocketsBlocked,
    });
    await until(() => engine.transport === transport && subscribed.length > 0, { timeoutMs: 20_000 });
    engine.stop();
    const metrics = await metricsOf(closed.url);
    expect(metrics).toMatch(
      /operations_total\{operation="InboxChanges",kind="subscription",code="OK"\} [1-9]/,
    );
    expect(metrics).not.toContain('PERSISTED_QUERY_ONLY",kind="subscription');
  },
  60_000,
);

test.each([
  ['an id of another text', { [idOf(HOSTS)]: MARK }],
  ['a text that is none', { [idOf(HOSTS)]: 7 }],
  ['no object', null],
])('a file with %s ends the start', async (_what, documents) => {
  const file = await manifest('wrong.json', documents);
  expect(() => TrustedDocuments.read([file], false)).toThrow(file);
});
