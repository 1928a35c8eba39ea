import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import net from 'node:net';
import { WebSocket } from 'ws';
import { countsOf, send } from '../../support/acts.ts';
import { metricsOf } from '../../support/metrics.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, Socket } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// Somebody asks for as much as is allowed, and does not read it.

const MEGABYTE = 1024 * 1024;
const greta = candidate('greta');
const casey = candidate('casey');
const kanji = candidate('kanji');
let server: TestServer;
const peers: net.Socket[] = [];

beforeAll(async () => {
  server = await startServer();
  const message = 'x'.repeat(4_000);
  await Promise.all(Array.from({ length: 110 }, () => send(server, 'greta', { message })));
  for (let count = 0; count < 100; count++) await send(server, 'kanji', { message: '漢'.repeat(4_000) });
});

afterEach(async () => {
  for (const peer of peers.splice(0)) peer.destroy();
  await closeSockets();
});

afterAll(() => server.close());

const pages = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: notifications(first: 100) { edges { node { message } } }`).join(' ')} }`;
/** 7 MB. */
const LARGEST = pages(17);

const gauge = async (name: string) => {
  const page = await metricsOf(server.url);
  return Number(new RegExp(`^carillon_${name} (\\d+)`, 'm').exec(page)![1]);
};

const requestOf = (query: string, token = greta) => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

const asking = (id: number, query: string) =>
  JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } });

function connect(): net.Socket {
  const peer = net.connect(Number(new URL(server.url).port), '127.0.0.1');
  peer.on('error', () => undefined);
  peers.push(peer);
  return peer;
}

describe('an operation that could have too large an answer is refused', () => {
  test.each([
    ['a page of 100 thirty times', pages(30), {}],
    [
      'the same by a variable',
      pages(30).replace('{', 'query ($n: Int) {').replaceAll('100', '$n'),
      { n: 100 },
    ],
    [
      'the addresses of pictures and things thirty times',
      pages(30).replaceAll('message', 'subject { url } imageUrl actor { imageUrl }'),
      {},
    ],
    [
      'all that an application can say of each row',
      '{ preferences { mutedApplications { ...A } } applications(first: 100) { edges { node { ...A } } } } fragment A on Application { a: reason b: reason c: reason d: reason e: reason candidate { id } }',
      {},
    ],
  ])('%s', async (_what, query, variables) => {
    const { errors, status } = await server.ask(query, variables, greta);
    expect(status).toBe(422);
    const { message, extensions } = errors![0]!;
    expect(message).toMatch(/^The query costs \d+, and may cost 50000 at most$/);
    expect(extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: { cost: 50_000 } });
    expect(extensions.cost).toBeGreaterThan(50_000);
    const stream = (await Socket.open(server.url, greta)).subscribe(query, variables);
    await until(() => stream.errors.length > 0);
    expect(stream.errors[0]).toMatchObject({ message, extensions: { code: 'QUERY_TOO_COMPLEX' } });
  });

  test('sooner to somebody unknown, and what is refused to them for that would be refused anyway', async () => {
    const { errors } = await server.ask(pages(20));
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching('may cost 35000 at most'),
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
    expect((await server.ask(pages(3))).code).toBe('UNAUTHENTICATED');
  });

  test('not where a variable asks for little', async () => {
    const query = pages(30).replace('{', 'query ($n: Int) {').replaceAll('100', '$n');
    expect((await server.ask(query, { n: 5 }, greta)).errors).toBeUndefined();
  });
});

test.each([
  ['in characters of one byte', greta, pages(21)],
  ['in characters of three', kanji, pages(7)],
])('an answer that turns out too long, %s, is not sent, and its socket goes on', async (_in, who, query) => {
  const { code, errors } = await server.ask(query, {}, who);
  expect(code).toBe('QUERY_TOO_COMPLEX');
  expect(errors![0]!.message).toMatch('longer than 8000000 bytes');
  expect((await server.ask(pages(6), {}, who)).errors).toBeUndefined();
  const socket = await Socket.open(server.url, who);
  const stream = socket.subscribe(query);
  await until(() => stream.errors.length > 0);
  expect(stream.errors[0]).toMatchObject({ message: errors![0]!.message });
  const next = socket.subscribe('{ viewer { role } }');
  expect(await next.reaches(1)).toEqual([{ viewer: { role: 'CANDIDATE' } }]);
});

describe('over HTTP', () => {
  test('what many leave unread is bounded, and others are served', async () => {
    const before = await gauge('cut_connections_total');
    for (let index = 0; index < 40; index++) {
      const peer = connect();
      peer.pause();
      peer.write(requestOf(LARGEST));
      if (index % 5 === 4) {
        expect(await countsOf(server, casey)).toMatchObject({ unread: 0 });
        expect(await gauge('unread_bytes')).toBeLessThan(150 * MEGABYTE);
      }
    }
    await until(async () => (await gauge('cut_connections_total')) > before);
    expect(await gauge('unread_bytes')).toBeLessThan(150 * MEGABYTE);
    expect(await countsOf(server, casey)).toMatchObject({ unread: 0 });
  }, 120_000);

  test('requests that do not wait for answers are answered one after the other', async () => {
    const peer = connect();
    peer.pause();
    peer.write(requestOf(LARGEST).repeat(12));
    await until(async () => (await gauge('unread_bytes')) > 0);
    for (let look = 0; look < 5; look++) {
      expect(await gauge('unread_bytes')).toBeLessThan(8 * MEGABYTE);
      expect(await countsOf(server, casey)).toMatchObject({ unread: 0 });
    }
    let read = 0;
    peer.on('data', (chunk: Buffer) => (read += chunk.length));
    peer.resume();
    await until(() => read > 12 * 6.8 * 1_000_000, { timeoutMs: 50_000 });
  }, 90_000);

  test('and in their order', async () => {
    const peer = connect();
    let text = '';
    peer.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    peer.write(names.map((name) => requestOf(`{ ${name}: viewer { id } }`)).join(''));
    await until(() => text.split('greta').length > 20);
    expect([...text.matchAll(/"(n\d+)"/g)].map(([, name]) => name)).toEqual(names);
  });

  test('whoever sends too many without reading is let go', async () => {
    const peer = connect();
    peer.pause();
    peer.write(requestOf(LARGEST).repeat(100));
    const closed = new Promise((resolve) => peer.once('close', resolve));
    peer.resume();
    await closed;
    expect(await countsOf(server, casey)).toMatchObject({ unread: 0 });
  });
});

describe('over a socket', () => {
  /** Speaks by the book and does not read. */
  async function deaf(): Promise<WebSocket> {
    const ws = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    ws.on('error', () => undefined);
    await once(ws, 'open');
    ws.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${greta}` } }));
    await once(ws, 'message');
    const { _socket: stream } = ws as unknown as { _socket: net.Socket };
    peers.push(stream);
    stream.pause();
    return ws;
  }
  test.each([
    ['queries', LARGEST],
    [
      'subscriptions',
      'subscription { inboxChanges(afterSeq: 0) { upserted { a: message b: message c: message d: message e: message f: message } } }',
    ],
  ])('many %s that nobody reads hold one answer’s worth', async (_what, query) => {
    const ws = await deaf();
    for (let id = 0; id < 40; id++) ws.send(asking(id, query));
    await until(async () => (await gauge('unread_bytes')) > 0, { timeoutMs: 30_000 });
    for (let look = 0; look < 10; look++) {
      expect(await gauge('unread_bytes')).toBeLessThan(10 * MEGABYTE);
      expect(await countsOf(server, casey)).toMatchObject({ unread: 0 });
    }
    ws.terminate();
  });

  test.each([
    ['another query', asking(2, '{ viewer { id } }')],
    ['a ping', JSON.stringify({ type: 'ping' })],
    ['the end of it', JSON.stringify({ type: 'complete', id: '1' })],
  ])('whoever is in the middle of a long answer may send %s', async (_what, message) => {
    const ws = await deaf();
    const heard: string[] = [];
    ws.on('message', (bytes) => heard.push((bytes as Buffer).toString().slice(0, 20)));
    ws.send(asking(1, LARGEST));
    await until(async () => (await gauge('unread_bytes')) > MEGABYTE, { timeoutMs: 30_000 });
    ws.send(message);
    ws.send(asking(3, '{ viewer { id } }'));
    await countsOf(server, casey);
    (ws as unknown as { _socket: net.Socket })._socket.resume();
    await until(() => heard.includes('{"id":"3","type":"co'));
    expect(heard).toContain('{"id":"1","type":"ne');
    ws.terminate();
  });

  test('all of them are answered to whom reads', async () => {
    const socket = await Socket.open(server.url, greta);
    const streams = Array.from({ length: 12 }, () => socket.subscribe(pages(8)));
    await until(() => streams.every(({ isComplete }) => isComplete), { timeoutMs: 50_000 });
    expect(streams.every(({ events }) => events.length === 1)).toBe(true);
  }, 90_000);

  test('small ones do not wait for each other', async () => {
    const socket = await Socket.open(server.url, casey);
    const streams = Array.from({ length: 45 }, () => socket.subscribe(pages(1).replace('100', '5')));
    await until(() => streams.every(({ isComplete }) => isComplete));
  });

  test.each(['protocol', 'WebSocket'])(
    'a flood of pings of the %s closes it',
    async (kind) => {
      const ws = await deaf();
      const closed = once(ws, 'close');
      const payload = { text: 'x'.repeat(100_000) };
      const before = await gauge('sockets');
      await until(
        async () => {
          for (let index = 0; index < 50; index++)
            if (kind === 'protocol') ws.send(JSON.stringify({ type: 'ping', payload }));
            else for (let small = 0; small < 500; small++) ws.ping('x'.repeat(125));
          return (await gauge('sockets')) < before;
        },
        { timeoutMs: 30_000 },
      );
      ws.terminate();
      await closed;
    },
    50_000,
  );
});
