import '../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createSocket, type LiveSocket } from './socket.ts';
import { onWake } from '../browser/wake.ts';

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
    this.closedWith = code;
  }
}

let socket: LiveSocket;
let failures: number;

beforeEach(async () => {
  jest.useFakeTimers();
  FakeWebSocket.answers = true;
  failures = 0;
  socket = createSocket({ fresh: async () => 'token' }, { webSocketImpl: FakeWebSocket });
  socket.client.subscribe(
    { query: 'subscription { x }' },
    { next: () => undefined, error: () => failures++, complete: () => undefined },
  );
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
  const refused = createSocket({ fresh: async () => 'token' }, { webSocketImpl: RefusedWebSocket });
  refused.client.subscribe(
    { query: 'subscription { x }' },
    { next: () => undefined, error: () => ended++, complete: () => ended++ },
  );
  refused.dispose();
  await jest.advanceTimersByTimeAsync(10);
  // A rejection that nobody handles fails the test by itself.
  expect(ended).toBe(1);
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
