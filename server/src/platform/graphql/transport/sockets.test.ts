import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { until } from '../../../../test/support/until.ts';
import { Metrics } from '../../metrics.ts';
import { progressOf } from './client-connections.ts';
import { EventStream } from './event-stream.ts';
import { Sockets } from './sockets.ts';

const MEGABYTE = 'x'.repeat(1024 * 1024);
const owner = (id: string, sessionId?: string) => ({ id, sessionId, expiresAt: undefined });

let http: Server;
let metrics: Metrics;
let sockets: Sockets;
let port: number;
let accepted: WebSocket[];
let peers: net.Socket[];

beforeEach(async () => {
  metrics = new Metrics();
  sockets = new Sockets({ perUser: 2, operations: 3 }, metrics);
  accepted = [];
  peers = [];
  http = createServer();
  const upgrades = new WebSocketServer({ server: http, perMessageDeflate: false });
  upgrades.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    accepted.push(socket);
    peers.push(request.socket);
    sockets.watch(socket, request.socket);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  port = (http.address() as AddressInfo).port;
});

afterEach(async () => {
  await sockets.drain();
  http.closeAllConnections();
  http.close();
});

/** A peer of our own making, since a library would answer pings and read by itself. */
async function rawPeer(): Promise<net.Socket> {
  const before = accepted.length;
  const peer = net.connect(port, '127.0.0.1');
  const key = Buffer.alloc(16).toString('base64');
  const wanted = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13';
  peer.write(`GET / HTTP/1.1\r\nHost: x\r\n${wanted}\r\nSec-WebSocket-Key: ${key}\r\n\r\n`);
  peer.on('error', () => undefined);
  await until(() => accepted.length > before);
  return peer;
}

async function openSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, 'open');
  return socket;
}

/** One look, which pings everybody, until the one who answers has answered. */
async function lookAndBeAnswered(polite: WebSocket): Promise<void> {
  const pong = once(polite, 'pong');
  sockets.look();
  await pong;
}

const closedFor = async (reason: string): Promise<number> => {
  const { values } = await metrics.socketsClosed.get();
  return values.find(({ labels }) => labels.reason === reason)?.value ?? 0;
};

test('lets go of a reader who takes nothing, and keeps one who reads', async () => {
  const reader = await openSocket();
  const peer = await rawPeer();
  peer.pause();
  const [, slow] = accepted;
  await lookAndBeAnswered(accepted[0]!);
  // More than what the kernel holds on both sides: the rest waits here.
  for (let sent = 0; sent < 12; sent++) slow!.send(MEGABYTE);
  sockets.look();
  expect(await closedFor('slow')).toBe(1);
  expect(await closedFor('half_open')).toBe(0);
  await until(() => sockets.size === 1);
  expect(reader.readyState).toBe(WebSocket.OPEN);
  reader.terminate();
  peer.destroy();
});

test('keeps a reader whom a long answer reaches slowly, and lets go of them when they stop', async () => {
  const peer = await rawPeer();
  peer.pause();
  const [socket] = accepted;
  socket!.send('x'.repeat(32 * 1024 * 1024));
  sockets.answering(socket!, socket!.bufferedAmount);
  // What they say meanwhile is no reason either.
  expect(sockets.refusal(socket!, 1)).toBeUndefined();
  sockets.look();
  for (let look = 0; look < 3; look++) {
    const before = progressOf(peers.at(-1)!);
    await until(() => {
      peer.once('data', () => peer.pause()).resume();
      return progressOf(peers.at(-1)!) > before;
    });
    sockets.look();
    expect(sockets.size).toBe(1);
  }
  await until(async () => {
    sockets.look();
    return (await closedFor('slow')) === 1;
  });
  expect(await closedFor('half_open')).toBe(0);
  peer.destroy();
});

test('lets go of a peer who answers no ping', async () => {
  const reader = await openSocket();
  const peer = await rawPeer();
  peer.resume();
  await lookAndBeAnswered(accepted[0]!);
  expect(await closedFor('half_open')).toBe(0);
  sockets.look();
  expect(await closedFor('half_open')).toBe(1);
  await until(() => sockets.size === 1);
  expect(reader.readyState).toBe(WebSocket.OPEN);
  reader.terminate();
  peer.destroy();
});

test('refuses another operation to whom too much is waiting for already', async () => {
  const peer = await rawPeer();
  peer.pause();
  expect(sockets.refusal(accepted[0]!, 1)).toBeUndefined();
  for (let sent = 0; sent < 12; sent++) accepted[0]!.send(MEGABYTE);
  expect(sockets.refusal(accepted[0]!, 1)).toMatch('too slowly');
  await until(() => sockets.size === 0);
  peer.destroy();
});

test('refuses operations over the limit, and counts them', async () => {
  const socket = await openSocket();
  expect(sockets.refusal(accepted[0]!, 3)).toBeUndefined();
  expect(sockets.refusal(accepted[0]!, 4)).toMatch('3 operations');
  expect((await metrics.refusedOperations.get()).values[0]!.value).toBe(1);
  socket.terminate();
});

test('closes the socket of a user who has too many, and no other user’s', async () => {
  const open = [await openSocket(), await openSocket(), await openSocket(), await openSocket()];
  const claims = ['casey', 'casey', 'casey', 'robin'].map((id, index) =>
    sockets.claim(owner(id), accepted[index]!),
  );
  expect(claims).toEqual([true, true, false, true]);
  const [code] = (await once(open[2]!, 'close')) as [number];
  expect(code).toBe(1013);
  expect(await closedFor('too_many')).toBe(1);
  for (const socket of open) socket.terminate();
});

test('closes what a session holds open, and what others hold stays', async () => {
  const open = [await openSocket(), await openSocket()];
  sockets.claim(owner('casey', 'a'), accepted[0]!);
  sockets.claim(owner('casey', 'b'), accepted[1]!);
  sockets.closeSession('a');
  const [code] = (await once(open[0]!, 'close')) as [number];
  expect(code).toBe(4403);
  expect(open[1]!.readyState).toBe(WebSocket.OPEN);
  open[1]!.terminate();
});

test('sends everybody elsewhere with 1012, also one who does not answer', async () => {
  const polite = [await openSocket(), await openSocket()];
  const peer = await rawPeer();
  const codes = polite.map(async (socket) => ((await once(socket, 'close')) as [number])[0]);
  await sockets.drain();
  expect(await Promise.all(codes)).toEqual([1012, 1012]);
  await until(() => sockets.size === 0);
  peer.destroy();
});

test('a stream that takes long to begin is not begun by a look at it, nor let go of for it', async () => {
  const began = Promise.withResolvers<EventStream>();
  http.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    const stream = new EventStream(response);
    sockets.watch(stream, response.req.socket);
    began.resolve(stream);
  });
  const answer = fetch(`http://127.0.0.1:${port}`);
  const stream = await began.promise;
  for (let look = 0; look < 3; look++) {
    const pong = once(stream, 'pong');
    sockets.look();
    await pong;
  }
  expect(stream.readyState).toBe(stream.OPEN);
  stream.begin({});
  await stream.next('{}');
  await stream.complete();
  const { headers, text } = await answer.then(async (response) => ({
    headers: response.headers,
    text: await response.text(),
  }));
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(text).toBe(':\n\nevent: next\ndata: {}\n\nevent: complete\ndata: \n\n');
});

test('a stream of events is let go of as a socket is: who takes nothing, and not who takes one large answer slowly', async () => {
  const streams: EventStream[] = [];
  http.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    const stream = new EventStream(response);
    sockets.watch(stream, response.req.socket);
    stream.begin({});
    streams.push(stream);
  });
  const readers = await Promise.all(
    ['still', 'slow', 'polite'].map(async (_name, index) => {
      const reader = net.connect(port, '127.0.0.1');
      reader.on('error', () => undefined);
      reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
      await until(() => streams.length > index);
      return reader;
    }),
  );
  const [still, slow, polite] = readers.map((reader, index) => ({ reader, stream: streams[index]! }));
  still!.reader.pause();
  slow!.reader.pause();
  polite!.reader.resume();
  void still!.stream.next(MEGABYTE.repeat(4));
  sockets.answering(slow!.stream, 8 * MEGABYTE.length);
  void slow!.stream.next(MEGABYTE.repeat(8));
  sockets.look();
  await once(polite!.stream, 'pong');
  expect(slow!.stream.readyState).toBe(slow!.stream.OPEN);
  expect(still!.stream.readyState).not.toBe(still!.stream.OPEN);
  expect(polite!.stream.readyState).toBe(polite!.stream.OPEN);
  expect(await closedFor('slow')).toBe(1);
  // It takes a little from one look to the next.
  let taken = 0;
  slow!.reader.on('data', (bytes: Buffer) => (taken += bytes.length));
  slow!.reader.resume();
  await until(() => taken > 8 * MEGABYTE.length);
  for (const reader of readers) reader.destroy();
});
