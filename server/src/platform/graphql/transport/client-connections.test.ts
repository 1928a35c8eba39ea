import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { until } from '../../../../test/support/until.ts';
import { ClientConnections, progressOf } from './client-connections.ts';
import { Metrics } from '../../metrics.ts';

const MEGABYTE = 1024 * 1024;
const LIMITS = { inAll: 50 * MEGABYTE, stillMs: 30_000, behindMs: 60_000 };

let http: Server;
let metrics: Metrics;
let connections: ClientConnections;
let answers: ServerResponse[];
let peers: net.Socket[];

beforeEach(async () => {
  metrics = new Metrics();
  connections = new ClientConnections(metrics, LIMITS);
  answers = [];
  peers = [];
  http = createServer((_request, response) => answers.push(response));
  connections.watch(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});

afterEach(() => {
  connections.stop();
  for (const peer of peers) peer.destroy();
  http.closeAllConnections();
  http.close();
});

/** A peer who asks, and does not read until told so. */
async function ask(): Promise<{ peer: net.Socket; answer: ServerResponse }> {
  const peer = net.connect((http.address() as AddressInfo).port, '127.0.0.1');
  const [before] = [answers.length, peers.push(peer)];
  peer.on('error', () => undefined);
  peer.pause();
  peer.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(() => answers.length > before);
  return { peer, answer: answers[before]! };
}

const answerWith = ({ answer }: { answer: ServerResponse }, megabytes: number) => {
  answer.end('x'.repeat(megabytes * MEGABYTE));
  connections.sent(megabytes * MEGABYTE);
};
/** As much as makes a difference on the other side. */
async function takeALittle({ peer, answer }: Awaited<ReturnType<typeof ask>>): Promise<void> {
  const before = progressOf(answer.req.socket);
  await until(() => {
    peer.read();
    return progressOf(answer.req.socket) !== before;
  });
}
const isCut = ({ answer }: { answer: ServerResponse }) => answer.req.socket.destroyed;
const cuts = async () => (await metrics.cutConnections.get()).values[0]!.value;

test('lets go of who takes nothing, not of who is slow', async () => {
  const [still, slow] = [await ask(), await ask()];
  for (const one of [still, slow]) answerWith(one, 12);
  connections.look(0);
  connections.look(20_000);
  expect([isCut(still), isCut(slow)]).toEqual([false, false]);
  await takeALittle(slow);
  connections.look(31_000);
  expect([isCut(still), isCut(slow)]).toEqual([true, false]);
  expect(await cuts()).toBe(1);
});

test('lets go of who is still far behind after a minute, however busily they read', async () => {
  const drip = await ask();
  answerWith(drip, 40);
  for (let now = 0; now < 60_000; now += 10_000) {
    connections.look(now);
    expect(isCut(drip)).toBe(false);
    await takeALittle(drip);
  }
  expect(drip.answer.req.socket.writableLength).toBeGreaterThan(MEGABYTE);
  connections.look(60_000);
  expect(isCut(drip)).toBe(true);
});

test('never holds more than the limit for all, and lets go of the greediest first', async () => {
  const modest = await ask();
  answerWith(modest, 8);
  const greedy: Awaited<ReturnType<typeof ask>>[] = [];
  for (let index = 0; index < 8; index++) {
    const one = await ask();
    greedy.push(one);
    answerWith(one, 14);
    expect(connections.unread).toBeLessThanOrEqual(LIMITS.inAll + 14 * MEGABYTE);
  }
  connections.look();
  expect(connections.unread).toBeLessThanOrEqual(LIMITS.inAll);
  expect(await cuts()).toBeGreaterThan(0);
  expect(isCut(modest)).toBe(false);
});

test('who reads is never cut, however much it is', async () => {
  const reader = await ask();
  let read = 0;
  reader.peer.on('data', (chunk: Buffer) => (read += chunk.length));
  reader.peer.resume();
  answerWith(reader, 25);
  await until(() => read > 25 * MEGABYTE);
  connections.look();
  expect(isCut(reader)).toBe(false);
  expect(connections.unread).toBe(0);
});
