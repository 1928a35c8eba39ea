import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { candidate, service } from '../../support/token.ts';
import { Caller, pause } from './caller.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

const USER = 'greedy';
const ROWS = 100;
const AT_ONCE = 10;
const CONNECTIONS = 2;
const OPERATIONS = 10;
const HOLD_MS = [1_000, 5_000] as const;
const REST_MS = [2_000, 6_000] as const;

const SEND = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }`;
/** 7 MB, which is about as much as one may ask for. */
const LARGEST = `{ ${Array.from({ length: 17 }, (_, index) => `a${index}: notifications(first: 100) { edges { node { message } } }`).join(' ')} }`;
const EVERYTHING_SINCE = 'subscription { inboxChanges(afterSeq: 0) { upserted { id title message } } }';

/** Asks for as much as is allowed, over requests and sockets, and reads none of it. */
export class GreedyReader {
  private readonly urls: readonly string[];
  private readonly random: Random;
  private readonly ledger: Ledger;
  private readonly caller: Caller;
  private readonly token = candidate(USER);
  private isStopped = false;

  constructor(urls: readonly string[], random: Random, ledger: Ledger) {
    this.urls = urls;
    this.random = random;
    this.ledger = ledger;
    this.caller = new Caller(urls, service('greed'), random, ledger);
  }

  async run(): Promise<void> {
    const filling = Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => this.fill(lane)));
    while (!this.isStopped) {
      const { hostname, port } = new URL(this.random.pick(this.urls));
      const held: (Socket | WebSocket)[] = [this.subscribe(`ws://${hostname}:${port}/graphql`)];
      for (let index = 0; index < CONNECTIONS; index++) held.push(this.ask(hostname, Number(port)));
      await pause(this.random.between(HOLD_MS));
      for (const one of held)
        if (one instanceof WebSocket) one.terminate();
        else one.destroy();
      this.ledger.unread += CONNECTIONS + OPERATIONS;
      await pause(this.random.between(REST_MS));
    }
    await filling;
  }

  stop(): void {
    this.isStopped = true;
  }

  private async fill(lane: number): Promise<void> {
    for (let row = lane; row < ROWS && !this.isStopped; row += AT_ONCE)
      await this.send(`something to read ${row}`);
  }

  private async send(title: string): Promise<void> {
    const input = {
      recipientId: USER,
      type: 'noise',
      title,
      message: 'x'.repeat(4_000),
      idempotencyKey: title,
    };
    await this.caller.insist(SEND, { input });
  }

  private ask(hostname: string, port: number): Socket {
    const stream = connect(port, hostname);
    stream.on('error', () => undefined);
    stream.pause();
    const body = JSON.stringify({ query: LARGEST });
    stream.write(
      `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${this.token}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    return stream;
  }

  private subscribe(url: string): WebSocket {
    const ws = new WebSocket(url, 'graphql-transport-ws');
    const say = (message: object) => ws.send(JSON.stringify(message));
    ws.on('error', () => undefined);
    ws.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${this.token}` } }));
    ws.once('message', () => {
      ws.pause();
      for (let id = 0; id < OPERATIONS; id++) {
        const query = id % 2 ? LARGEST : EVERYTHING_SINCE;
        say({ id: String(id), type: 'subscribe', payload: { query } });
      }
    });
    return ws;
  }
}
