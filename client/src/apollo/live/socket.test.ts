import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { onWake } from '../../browser/wake.ts';
import type { Ending, Rung } from './rung.ts';
import { createSocket } from './socket.ts';

/** The other end of a socket, which answers pings or is silently gone. */
class FakeWebSocket {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;
  static last: FakeWebSocket;
  static answers = true;
  readyState = 1;
  sent: string[] = [];
  closedWith: number | undefined;
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;

  constructor() {
    FakeWebSocket.last = this;
    setTimeout(() => this.onopen());
  }

  send(text: string) {
    const { type } = JSON.parse(text) as { type: string };
    this.sent.push(type);
    const reply = { connection_init: 'connection_ack', ping: 'pong' }[type];
    if (reply && (type !== 'ping' || FakeWebSocket.answers))
      setTimeout(() => this.onmessage({ data: JSON.stringify({ type: reply }) }));
  }

  close(code: number) {
    // Of a socket that closes, more changes nothing.
    this.closedWith ??= code;
  }
}

const token = { fresh: async () => 'token' };
const url = () => 'ws://here/graphql';
let socket: Rung;
let failures: number;
let endings: [Ending, number | undefined][];

const open = (webSocketImpl: unknown, fresh = token.fresh) =>
  createSocket({
    token: { fresh },
    url,
    webSocketImpl,
    onEnd: (ending, code) => endings.push([ending, code]),
  });
function subscribe({ link }: Rung, onEnd: () => void): void {
  new ApolloClient({ cache: new InMemoryCache(), link })
    .subscribe({
      query: gql`
        subscription {
          x
        }
      `,
    })
    .subscribe({ complete: onEnd });
}

beforeEach(async () => {
  jest.useFakeTimers();
  FakeWebSocket.answers = true;
  failures = 0;
  endings = [];
  socket = open(FakeWebSocket);
  subscribe(socket, () => failures++);
  await jest.advanceTimersByTimeAsync(10);
});
afterEach(() => void jest.useRealTimers());

const pings = () => FakeWebSocket.last.sent.filter((type) => type === 'ping').length;

it('is given up in the middle of an attempt that fails; its subscription ends once, and nothing rejects', async () => {
  class RefusedWebSocket extends FakeWebSocket {
    onclose: (event: { code: number; reason: string }) => void = () => undefined;

    constructor() {
      super();
      this.readyState = FakeWebSocket.CLOSED;
      setTimeout(() => this.onclose({ code: 1006, reason: '' }));
    }
  }
  let ended = 0;
  const refused = open(RefusedWebSocket);
  subscribe(refused, () => ended++);
  await Promise.resolve();
  refused.dispose();
  await jest.advanceTimersByTimeAsync(10);
  // A rejection that nobody handles fails the test by itself.
  expect(ended).toBe(1);
});

it('waits for its token before it is opened: one that cannot be had fails the subscription, and leaves no socket behind', async () => {
  const before = FakeWebSocket.last;
  let ended = 0;
  subscribe(
    open(FakeWebSocket, async () => Promise.reject(new Error('No network'))),
    () => ended++,
  );
  await jest.advanceTimersByTimeAsync(10);
  expect(ended).toBe(1);
  expect(FakeWebSocket.last).toBe(before);
});

describe('an attempt', () => {
  class Gone extends FakeWebSocket {
    static code: number | undefined;
    onclose: (event: { code: number; reason: string }) => void = () => undefined;

    constructor() {
      super();
      const { code } = Gone;
      this.onopen = () => undefined;
      if (code !== undefined) setTimeout(() => this.onclose({ code, reason: '' }));
    }
  }

  it.each<[Ending, number | undefined, number]>([
    ['cut', 1006, 1006],
    ['cut', 1001, 1001],
    ['answered', 4403, 4403],
    ['answered', 1012, 1012],
    ['silent', undefined, 4499],
  ])('that is no use was %s: closed by the other side with %s', async (ending, code, told) => {
    Gone.code = code;
    const gone = open(
      class extends Gone {
        override send() {
          // Nobody is there.
        }
      },
    );
    subscribe(gone, () => failures++);
    await jest.advanceTimersByTimeAsync(8_100);
    expect(endings).toEqual([[ending, told]]);
    expect(failures).toBe(1);
  });

  it('that was heard of for a while has lasted, however it ends', async () => {
    await jest.advanceTimersByTimeAsync(21_000);
    FakeWebSocket.answers = false;
    await jest.advanceTimersByTimeAsync(15_100);
    expect(endings).toEqual([['lasted', 4499]]);
  });
});

describe('verifying the socket', () => {
  it('asks at once and leaves a living one alone', async () => {
    socket.verify();
    expect(pings()).toBe(1);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(failures).toBe(0);
    expect(FakeWebSocket.last.closedWith).toBeUndefined();
  });

  it('gives up one that does not answer within two seconds, so that its follower starts a new one', async () => {
    FakeWebSocket.answers = false;
    socket.verify();
    await jest.advanceTimersByTimeAsync(1_900);
    expect(failures).toBe(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(failures).toBe(1);
    expect(FakeWebSocket.last.closedWith).toBe(4499);
    expect(() => socket.verify()).not.toThrow();
  });
});

describe('waking', () => {
  let wakes: number;
  let visibility: string;
  let stop: () => void;
  const turn = (state: string) => {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    wakes = 0;
    visibility = 'visible';
    Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
    stop = onWake(() => wakes++);
  });
  afterEach(() => stop());

  it('is coming back after more than half a minute', () => {
    turn('hidden');
    jest.setSystemTime(Date.now() + 20_000);
    turn('visible');
    expect(wakes).toBe(0);
    turn('hidden');
    jest.setSystemTime(Date.now() + 31_000);
    turn('visible');
    expect(wakes).toBe(1);
  });

  it('is being online again, until nobody listens any more', () => {
    window.dispatchEvent(new Event('online'));
    expect(wakes).toBe(1);
    stop();
    window.dispatchEvent(new Event('online'));
    expect(wakes).toBe(1);
  });
});
