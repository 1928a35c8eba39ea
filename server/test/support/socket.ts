import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { GraphqlError } from './client.ts';
import { until } from './until.ts';

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

/** What one subscription has brought so far. */
export interface Stream<Event> {
  readonly events: Event[];
  readonly errors: GraphqlError[];
  readonly isComplete: boolean;
  /** The socket it came over. */
  readonly socket: Socket;
  /** Waits until there are so many events. */
  reaches(count: number): Promise<Event[]>;
  /** Ends this subscription, not the socket. */
  stop(): void;
}

const open = new Set<Socket>();

/** graphql-transport-ws by hand, so that a test can also break its rules and see every close code. */
export class Socket {
  readonly messages: Message[] = [];
  /** The code and reason of the close, once it is closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly listeners = new Map<string, (message: Message) => void>();
  private lastId = 0;

  private readonly ws: WebSocket;

  private constructor(ws: WebSocket) {
    this.ws = ws;
    open.add(this);
    this.closed = new Promise((resolve) =>
      ws.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
    void this.closed.then(() => open.delete(this));
    ws.on('error', () => undefined);
    ws.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if (message.type === 'ping') return this.send({ type: 'pong' });
      this.messages.push(message);
      if (message.id) this.listeners.get(message.id)?.(message);
    });
  }

  /** A socket on which nothing was said yet. @throws when the upgrade is refused */
  static async connect(
    url: string,
    { origin, protocols = ['graphql-transport-ws'] }: { origin?: string; protocols?: string[] } = {},
  ): Promise<Socket> {
    const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocols, { origin });
    const socket = new Socket(ws);
    await once(ws, 'open');
    return socket;
  }

  /** A socket of the token's owner, ready to subscribe. */
  static async open(url: string, token: string): Promise<Socket> {
    const socket = await Socket.connect(url);
    socket.init(token);
    await socket.isAcknowledged;
    return socket;
  }

  /** Resolves once the server has welcomed the token. */
  get isAcknowledged(): Promise<undefined> {
    const isWelcome = () => this.messages.some(({ type }) => type === 'connection_ack');
    return until(() => isWelcome() || !this.isOpen).then(() =>
      isWelcome() ? undefined : new Promise(() => undefined),
    );
  }

  get isOpen(): boolean {
    return this.ws.readyState === WebSocket.OPEN;
  }

  init(token?: string): void {
    this.send({
      type: 'connection_init',
      payload: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  }

  send(message: object): void {
    this.sendText(JSON.stringify(message));
  }

  sendText(text: string): void {
    this.ws.send(text);
  }

  /** Starts an operation of any kind. @param more of its payload */
  subscribe<Data>(query: string, variables: object = {}, more: object = {}): Stream<Data> {
    const id = String(++this.lastId);
    const events: Data[] = [];
    const errors: GraphqlError[] = [];
    const stream = {
      events,
      errors,
      isComplete: false,
      socket: this,
      reaches: (count: number) => until(() => events.length >= count && events),
      stop: () => this.send({ id, type: 'complete' }),
    };
    this.listeners.set(id, ({ type, payload }) => {
      if (type === 'next') {
        const { data, errors: own } = payload as { data?: Data; errors?: GraphqlError[] };
        if (own) errors.push(...own);
        else events.push(data!);
      } else if (type === 'error') errors.push(...(payload as GraphqlError[]));
      else stream.isComplete = true;
    });
    this.send({ id, type: 'subscribe', payload: { query, variables, ...more } });
    return stream;
  }

  async close(): Promise<void> {
    this.ws.close();
    await this.closed;
  }
}

/** Opens a socket for one subscription. */
export async function subscribe<Data>(
  url: string,
  token: string,
  query: string,
  variables: object = {},
): Promise<Stream<Data>> {
  return (await Socket.open(url, token)).subscribe<Data>(query, variables);
}

/** Hangs up on behalf of tests that did not. */
export async function closeSockets(): Promise<void> {
  await Promise.all([...open].map((socket) => socket.close()));
}
