import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Socket as Stream } from 'node:net';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { send } from '../../support/acts.ts';
import { metricsOf } from '../../support/metrics.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// Whatever is said over a socket, and in whatever order: each id has one stream at most, and nothing is left behind.

/** Another one with CARILLON_TEST_SEED=…. */
const seed = Number(process.env.CARILLON_TEST_SEED ?? 9);
const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

async function gauges() {
  const page = await metricsOf(server.url);
  const read = (name: string) => Number(new RegExp(`^carillon_${name} (\\d+)`, 'm').exec(page)![1]);
  return { sockets: read('sockets'), feeds: read('feeds'), followers: read('followers') };
}

const nothingIsLeft = () =>
  until(async () => {
    const { sockets, feeds, followers } = await gauges();
    return sockets + feeds + followers === 0;
  });

interface Heard {
  type: string;
  id?: string;
  payload?: { data?: { inboxChanges?: { upserted: { title: string }[] } } };
}

/** A client without manners. */
class Client {
  readonly heard: Heard[] = [];
  code: number | undefined;

  private constructor(private readonly ws: WebSocket) {
    ws.on('message', (bytes: Buffer) => this.heard.push(JSON.parse(bytes.toString()) as Heard));
    ws.on('close', (code) => (this.code = code));
    ws.on('error', () => undefined);
  }

  static async connect(): Promise<Client> {
    const ws = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const client = new Client(ws);
    await once(ws, 'open');
    return client;
  }

  static async welcomed(): Promise<Client> {
    const client = await Client.connect();
    client.say(INIT);
    await until(() => client.heard.length > 0);
    return client;
  }

  /** All in one write. */
  say(...messages: (object | string)[]): void {
    const { _socket: stream } = this.ws as unknown as { _socket: Stream };
    stream.cork();
    for (const message of messages)
      this.ws.send(typeof message === 'string' ? message : JSON.stringify(message));
    stream.uncork();
  }

  get isOpen(): boolean {
    return this.ws.readyState === WebSocket.OPEN;
  }

  async hangUp(): Promise<void> {
    this.ws.terminate();
    await until(() => this.code !== undefined);
  }
}

const INIT = { type: 'connection_init', payload: { authorization: `Bearer ${casey}` } };
const INBOX = 'subscription { inboxChanges { toSeq upserted { title } } }';
const OPERATIONS = {
  inbox: INBOX,
  resumed: 'subscription { inboxChanges(afterSeq: 0) { toSeq upserted { title } } }',
  added: 'subscription { notificationAdded { title } }',
  preferences: 'subscription { preferencesChanged { language } }',
  query: '{ viewer { id } notifications(first: 100) { edges { node { title message } } } }',
  mutation: 'mutation { markAllAsSeen(upToSeq: 1) { inbox { id } } }',
  refused: '{ nothing }',
  stumbling: 'subscription { inboxChanges @skip(if: true) { toSeq } }',
};
const subscribing = (id: string, query = INBOX) => ({ id, type: 'subscribe', payload: { query } });
const completing = (id: string) => ({ id, type: 'complete' });

test('an id that is used again in one breath has one stream, which ends with the socket', async () => {
  const client = await Client.welcomed();
  client.say(subscribing('1'), completing('1'), subscribing('1'), completing('1'), subscribing('1'));
  await until(async () => (await gauges()).followers === 1);
  await send(server, 'casey', { title: 'One' });
  await until(() => titlesTold(client, '1').includes('One'));
  await send(server, 'casey', { title: 'Two' });
  await until(() => titlesTold(client, '1').includes('Two'));
  expect(titlesTold(client, '1')).toEqual(['One', 'Two']);
  await client.hangUp();
  await nothingIsLeft();
});

test('however often that is done', async () => {
  const client = await Client.welcomed();
  for (let round = 0; round < 200; round++) {
    client.say(subscribing('1'), completing('1'));
    if (round % 20 === 0) await send(server, 'casey');
  }
  client.say(subscribing('1'));
  await until(async () => (await gauges()).followers === 1);
  await client.hangUp();
  await nothingIsLeft();
});

test('a stream that was ended says nothing more, also when its id is used again', async () => {
  const client = await Client.welcomed();
  client.say(subscribing('1'));
  await until(() => client.heard.some(({ id }) => id === '1'));
  client.say(completing('1'), subscribing('1', '{ viewer { id } }'));
  await until(() => client.heard.some(({ type }) => type === 'complete'));
  await send(server, 'casey');
  await send(server, 'casey');
  const about = client.heard.filter(({ id }) => id === '1');
  expect(about.map(({ type }) => type)).toEqual(['next', 'next', 'complete']);
  await client.hangUp();
  await nothingIsLeft();
});

test.each(['1', '', '"', '\\', '__proto__', 'constructor', '😀', 'x'.repeat(2_000), '\u0000', '{"id":"1"}'])(
  'an id may be any text but none: %j',
  async (id) => {
    const client = await Client.welcomed();
    client.say(subscribing(id, '{ viewer { id } }'));
    if (id === '') {
      await until(() => client.code === 4400);
    } else {
      await until(() => client.heard.some(({ type }) => type === 'complete'));
      expect(client.heard.filter((message) => message.id === id)).toHaveLength(2);
      client.say(subscribing(id), subscribing(id));
      await until(() => client.code === 4409);
    }
    await client.hangUp();
    await nothingIsLeft();
  },
);

describe('what a client may not say', () => {
  test.each<[string, object | string]>([
    ['an answer', { type: 'next', id: '1', payload: {} }],
    ['an error', { type: 'error', id: '1', payload: [{ message: 'no' }] }],
    ['a welcome', { type: 'connection_ack' }],
    ['JSON in JSON', JSON.stringify(JSON.stringify(subscribing('1')))],
    ['a list', '[]'],
    ['half of a message', '{"type":'],
    ['an operation without a query', { type: 'subscribe', id: '1', payload: {} }],
    ['an operation of a number', { type: 'subscribe', id: 1, payload: { query: INBOX } }],
    ['variables that are none', { type: 'subscribe', id: '1', payload: { query: INBOX, variables: [] } }],
  ])('closes with 4400: %s', async (_what, message) => {
    const client = await Client.welcomed();
    client.say(subscribing('0'), message, subscribing('2'));
    await until(() => client.code === 4400);
    await nothingIsLeft();
  });
});

test('the limit of operations counts those that were ended and are still worked on', async () => {
  const client = await Client.welcomed();
  const ids = Array.from({ length: 60 }, (_, index) => String(index));
  client.say(
    ...ids.flatMap((id) => [subscribing(id, OPERATIONS.query), completing(id)]),
    subscribing('last'),
  );
  await until(() => client.heard.some(({ id }) => id === 'last'));
  expect(client.heard.filter(({ id }) => id !== undefined)).toEqual([
    {
      id: 'last',
      type: 'error',
      payload: [expect.objectContaining({ message: expect.stringContaining('50 operations') })],
    },
  ]);
  await until(async () => {
    client.say(subscribing('later', '{ viewer { id } }'));
    await until(() => client.heard.some(({ id }) => id === 'later'));
    return client.heard.some(({ id, type }) => id === 'later' && type === 'next');
  });
  await client.hangUp();
  await nothingIsLeft();
});

const id = fc.constantFrom('a', 'b', 'c');
const message = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(id, fc.constantFrom(...(Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]))),
  },
  { weight: 8, arbitrary: fc.tuple(id, fc.constant('complete' as const)) },
  { weight: 1, arbitrary: fc.tuple(id, fc.constantFrom('ping' as const, 'pong' as const)) },
  { weight: 1, arbitrary: fc.tuple(id, fc.constantFrom('init' as const, 'garbage' as const)) },
);
type Said = typeof message extends fc.Arbitrary<infer One> ? One : never;

function worded([to, what]: Said): object | string {
  if (what === 'complete') return completing(to);
  if (what === 'ping' || what === 'pong') return { type: what };
  if (what === 'init') return INIT;
  if (what === 'garbage') return '{"type":"hello"}';
  return subscribing(to, OPERATIONS[what]);
}

const titlesTold = ({ heard }: Client, about: string): string[] =>
  heard
    .filter(({ id: one }) => one === about)
    .flatMap(({ payload }) => payload?.data?.inboxChanges?.upserted.map(({ title }) => title) ?? []);

test('after anything that is said, each id has one stream at most, and nothing is left when the socket has gone', async () => {
  let run = 0;
  const bursts = fc.array(fc.array(message, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(bursts, fc.boolean(), async (said, isWelcomed) => {
    const client = isWelcomed ? await Client.welcomed() : await Client.connect();
    const open = new Set<string>();
    for (const burst of said) {
      if (!client.isOpen) break;
      client.say(...burst.map(worded));
      for (const [to, what] of burst)
        if (what === 'complete') open.delete(to);
        else if (what in OPERATIONS) open.add(to);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const title = `Run ${++run}`;
    await send(server, 'casey', { title });
    if (client.isOpen) {
      // Whoever is still heard of has one stream; those that were ended have none.
      await until(async () => (await gauges()).followers <= open.size);
      for (const one of ['a', 'b', 'c'])
        expect(titlesTold(client, one).filter((told) => told === title).length).toBeLessThanOrEqual(1);
    }
    await client.hangUp();
    expect([1000, 1005, 1006, 4400, 4401, 4409, 4429]).toContain(client.code);
    await nothingIsLeft();
  });
  await fc.assert(property, { seed, numRuns: 120 });
}, 300_000);
