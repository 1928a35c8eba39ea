import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Caller } from './caller.ts';
import { RefusedDocument, type Documents } from './documents.ts';
import { isDatabaseAway, presentError, PublicError, type LogFailure } from './errors.ts';
import { execute } from './execution.ts';
import { answerRaw, type RawAnswer } from './raw-answer.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import { nextRequestId } from './request-id.ts';
import { subscribe } from './shared-execution.ts';
import { closeCode, type SocketOwner, type Sockets } from './sockets.ts';

/** Why no socket is opened. */
export type RefusedUpgrade = 'restart' | 'path' | 'origin';

export interface GraphqlSocketOptions<Owner extends SocketOwner> {
  schema: GraphQLSchema;
  documents: Documents;
  sockets: Sockets;
  /** Without a viewer the socket closes with 4403, and the refusal as its reason: 123 bytes at most. */
  authenticate: (connectionParams: Record<string, unknown> | undefined) => Caller<Owner>;
  /** Made anew for each operation. */
  createContext: (owner: Owner, address: string) => OperationContext;
  isAllowedOrigin: (request: IncomingMessage) => boolean;
  addressOf: (request: IncomingMessage) => string;
  onRefusedUpgrade: (reason: RefusedUpgrade, request: IncomingMessage) => void;
  logFailure: LogFailure;
  operations: OperationMetrics;
}

const INIT_WAIT_MS = 10_000;
/** A message is an operation's text and variables, never more; beyond it the socket closes with 1009. */
const MOST_MESSAGE_BYTES = 128 * 1024;

type ProtocolSocket = Parameters<ReturnType<typeof makeServer>['opened']>[0];

/**
 * Serves graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md) on the port and path
 * of HTTP. Returns a function that refuses new sockets and sends the others elsewhere.
 */
export function serveGraphqlOverSocket<Owner extends SocketOwner>(
  server: Server,
  options: GraphqlSocketOptions<Owner>,
): () => Promise<void> {
  const { sockets } = options;
  const protocol = makeServer<Record<string, unknown>, Extra<Owner>>(protocolHooks(options));
  const upgrades = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  let isDraining = false;
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const reason = refusalOf(request);
    if (reason) {
      options.onRefusedUpgrade(reason, request);
      return answerRaw(stream, refusals[reason]);
    }
    const address = options.addressOf(request);
    upgrades.handleUpgrade(request, stream, head, (socket) => accept(socket, request.socket, address));
  });
  upgrades.on('wsClientError', ({ message }, stream, { method }) =>
    answerRaw(stream, method === 'GET' ? malformed(message) : refusals.method),
  );
  const refusalOf = (request: IncomingMessage): RefusedUpgrade | undefined => {
    if (isDraining) return 'restart';
    if (!/^\/graphql\/?($|\?)/.test(request.url!)) return 'path';
    return options.isAllowedOrigin(request) ? undefined : 'origin';
  };
  // Apart from the above, since what listens to a socket would keep its request for as long.
  const accept = (socket: WebSocket, stream: Socket, address: string) => {
    sockets.watch(socket, stream);
    const closed = protocol.opened(new Wire(socket), { socket, address, owner: undefined });
    socket.on('close', (code, reason) => void closed(code, String(reason)));
  };
  return async () => {
    isDraining = true;
    await sockets.drain();
    await new Promise<void>((resolve) => upgrades.close(() => resolve()));
  };
}

interface Extra<Owner> {
  readonly socket: WebSocket;
  readonly address: string;
  owner: Owner | undefined;
}

const refusals = {
  restart: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'This server restarts: connect again',
    headers: { 'retry-after': '1' },
  },
  path: { status: 404, code: 'NOT_FOUND', message: 'Sockets open at /graphql' },
  origin: {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Pages of this origin may open no socket here: it is not in ALLOWED_ORIGINS',
  },
  method: {
    status: 405,
    code: 'BAD_REQUEST',
    message: 'A socket is opened by GET',
    headers: { allow: 'GET' },
  },
} satisfies Record<string, RawAnswer>;

/** What ws says of the handshake. */
const malformed = (message: string): RawAnswer => ({
  status: 400,
  code: 'BAD_REQUEST',
  message,
  headers: { 'sec-websocket-version': '13' },
});

/** The protocol's view of a socket. A send is done when its bytes have left: that is what makes slow readers wait. */
class Wire implements ProtocolSocket {
  constructor(private readonly socket: WebSocket) {
    // ws has closed by itself with the right code (1009, 1007 …) when it reports an error.
    socket.on('error', ignore);
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  send(text: string): Promise<void> | undefined {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return undefined;
    let hasLeft: (() => void) | undefined;
    socket.send(text, () => hasLeft?.());
    // Mostly the kernel has taken it by now.
    return socket.bufferedAmount === 0 ? undefined : new Promise((resolve) => (hasLeft = resolve));
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason);
  }

  onMessage(receive: (text: string) => Promise<void>): void {
    const { socket } = this;
    socket.on('message', (bytes) => {
      receive((bytes as Buffer).toString()).catch(() => socket.close(closeCode.tryLater, 'Try again later'));
    });
  }
}

const ignore = () => undefined;

function protocolHooks<Owner extends SocketOwner>(
  options: GraphqlSocketOptions<Owner>,
): ServerOptions<Record<string, unknown>, Extra<Owner>> {
  const { schema, documents, sockets, logFailure, operations } = options;
  const present = (errors: readonly GraphQLError[], contextValue: unknown) => {
    const requestId = (contextValue as { requestId?: string } | undefined)?.requestId ?? nextRequestId();
    return errors.map((error) => presentError(error, requestId, logFailure));
  };
  return {
    schema,
    execute,
    subscribe,
    connectionInitWaitTimeout: INIT_WAIT_MS,

    onConnect: ({ connectionParams, extra }) => {
      try {
        const { viewer, refusal } = options.authenticate(connectionParams);
        if (!viewer) extra.socket.close(closeCode.forbidden, refusal);
        if (!viewer || !sockets.claim(viewer, extra.socket)) return false;
        extra.owner = viewer;
        return true;
      } catch (error) {
        // Never a throw from here: graphql-ws would close with 4500, which its client takes as final.
        if (!isDatabaseAway(error)) logFailure({ err: error, requestId: nextRequestId() });
        extra.socket.close(closeCode.tryLater, 'Try again later');
        return false;
      }
    },

    onSubscribe: ({ extra, subscriptions }, _id, { query, operationName, variables }) => {
      const refusal = sockets.refusal(extra.socket, Object.keys(subscriptions).length);
      if (refusal) return [new PublicError('RATE_LIMITED', refusal, { retryAfterMs: 1_000 })];
      try {
        const document = documents.admit(query);
        const contextValue = options.createContext(extra.owner!, extra.address);
        return { schema, document, operationName, variableValues: variables, contextValue };
      } catch (error) {
        return shownErrors(error);
      }
    },

    onOperation: (_ctx, _id, _payload, args, result) => {
      if (Symbol.asyncIterator in result) operations.answered(args);
    },

    onNext: (_ctx, _id, _payload, args, result) => {
      const errors = result.errors && present(result.errors, args.contextValue);
      operations.sent(args, errors);
      return errors ? { ...result, errors } : undefined;
    },

    onError: (_ctx, _id, _payload, errors) => {
      const shown = present(errors, undefined);
      operations.refused(shown);
      return shown;
    },
  };
}

const shownErrors = (error: unknown): readonly GraphQLError[] =>
  error instanceof RefusedDocument ? error.errors : [new GraphQLError('', { originalError: error as Error })];
