import type { GraphQLError } from 'graphql';
import { CloseCode, MessageType, type makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { ClientConnections } from './client-connections.ts';
import { isTooLong, tooLong } from '../admission/query-limits.ts';
import { Room } from './room.ts';
import type { Turn } from '../execution/shared-execution.ts';
import { closeCode, type Sockets } from './sockets.ts';

type ProtocolSocket = Parameters<ReturnType<typeof makeServer>['opened']>[0];
type Receive = Parameters<ProtocolSocket['onMessage']>[0];

/** How graphql-ws's messages about an operation begin. */
const ID = '{"id":"';

/** What only a server says. */
const OURS = new Set<string>([MessageType.ConnectionAck, MessageType.Next, MessageType.Error]);

let lastKey = 0;

/** One operation of a socket. */
export class Operation implements Turn {
  /** Unlike the client's id, never used again: graphql-ws would take one operation for another. */
  readonly key = String(++lastKey);
  /** Of one answer. */
  cost = 0;
  private isHeld = false;

  constructor(
    private readonly wire: Wire,
    /** The client's id, as JSON. */
    readonly name: string,
  ) {}

  /** Whether the client still waits for it. */
  get isWanted(): boolean {
    return this.wire.operation(this.key) === this;
  }

  take(): Promise<void> | undefined {
    if (this.isHeld) return undefined;
    this.isHeld = true;
    return this.wire.room.take(this.cost);
  }

  give(): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.wire.room.give(this.cost);
  }

  catchUp(): Promise<void> | undefined {
    return this.wire.room.take(0);
  }
}

/**
 * The protocol's view of a socket. A send is done when its bytes have left: that is what makes slow readers wait, each
 * subscription for itself. What is begun besides waits for room, so that a reader of many operations is no exception.
 */
export class Wire implements ProtocolSocket {
  /** Operations that are being worked on, also those that their client has ended. */
  running = 0;
  readonly room: Room;
  private operations: Operation[] = [];
  private receive: Receive | undefined;

  constructor(
    readonly socket: WebSocket,
    private readonly watchers: { sockets: Sockets; connections: ClientConnections },
  ) {
    // ws has closed by itself with the right code (1009, 1007 …) when it reports an error.
    socket.on('error', ignore);
    this.room = new Room(socket);
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  operation(key: string): Operation | undefined {
    return this.operations.find((operation) => operation.key === key);
  }

  send(message: string): Promise<void> | undefined {
    const { socket } = this;
    const text = socket.readyState === socket.OPEN ? this.named(message) : undefined;
    if (text === undefined) return undefined;
    let hasLeft: (() => void) | undefined;
    const before = socket.bufferedAmount;
    socket.send(text, () => {
      hasLeft?.();
      this.room.letIn();
    });
    // Mostly the kernel has taken it by now.
    const waiting = socket.bufferedAmount - before;
    if (waiting <= 0) return undefined;
    const { connections, sockets } = this.watchers;
    connections.sent(waiting);
    if (!message.startsWith(ID)) return new Promise((resolve) => (hasLeft = resolve));
    sockets.answering(socket, waiting);
    return new Promise((resolve) => {
      hasLeft = () => {
        sockets.answering(socket, -waiting);
        resolve();
      };
    });
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason);
  }

  onMessage(receive: Receive): void {
    const { socket } = this;
    this.receive = receive;
    socket.on('message', (bytes) => {
      // Until the other side has heard that we closed, it may go on talking.
      if (socket.readyState !== socket.OPEN || this.watchers.sockets.dropIfSlow(socket)) return;
      const { message, operation } = this.read((bytes as Buffer).toString());
      if (message === undefined) return;
      if (operation) this.running++;
      receive(message as string).then(
        () => operation && this.end(operation),
        () => socket.close(closeCode.tryLater, 'Try again later'),
      );
    });
  }

  private end(operation: Operation): void {
    this.running--;
    operation.give();
  }

  /** What graphql-ws is to be told. It says itself what is wrong with a message. */
  private read(text: string): { message?: unknown; operation?: Operation } {
    const message = parsed(text);
    if (!message) return { message: text };
    const { type, id } = message;
    if (typeof type === 'string' && OURS.has(type)) {
      this.close(CloseCode.BadRequest, 'Invalid message received');
      return {};
    }
    if (typeof id !== 'string' || id === '') return { message };
    const name = JSON.stringify(id);
    const known = this.operations.find((operation) => operation.name === name);
    if (type === MessageType.Complete) {
      if (!known) return {};
      this.forget(known);
      return { message: { ...message, id: known.key } };
    }
    if (type !== MessageType.Subscribe) return { message };
    if (known) {
      this.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id.slice(0, 20)} already exists`);
      return {};
    }
    const operation = new Operation(this, name);
    this.operations.push(operation);
    return { message: { ...message, id: operation.key }, operation };
  }

  /** A message with the client's own id; undefined when it is about what the client has ended. */
  private named(message: string): string | undefined {
    if (!message.startsWith(ID)) return message;
    const end = message.indexOf('"', ID.length);
    const operation = this.operation(message.slice(ID.length, end));
    if (!operation) return undefined;
    if (isTooLong(message)) return this.refused(operation, tooLong());
    if (!message.startsWith('"type":"next"', end + 2)) this.forget(operation);
    return `{"id":${operation.name}${message.slice(end + 1)}`;
  }

  private refused(operation: Operation, error: GraphQLError): string {
    this.forget(operation);
    void this.receive?.({ id: operation.key, type: MessageType.Complete } as unknown as string);
    return `{"id":${operation.name},"type":"${MessageType.Error}","payload":${JSON.stringify([error])}}`;
  }

  private forget(operation: Operation): void {
    this.operations = this.operations.filter((one) => one !== operation);
  }
}

interface ProtocolMessage {
  id?: unknown;
  type?: unknown;
}

function parsed(text: string): ProtocolMessage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const ignore = () => undefined;
