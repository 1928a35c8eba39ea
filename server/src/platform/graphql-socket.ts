import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Connections } from './connections.ts';
import { RefusedDocument, type Documents } from './documents.ts';
import { isDatabaseAway, presentError, PublicError, type LogFailure } from './errors.ts';
import { execute } from './execution.ts';
import { nextRequestId } from './request-id.ts';
import { subscribe } from './shared-execution.ts';
import { closeCode, type SocketOwner, type Sockets } from './sockets.ts';
import { Wire, type Operation } from './wire.ts';

export interface GraphqlSocketOptions<Owner extends SocketOwner> {
  schema: GraphQLSchema;
  documents: Documents;
  sockets: Sockets;
  connections: Connections;
  /** @returns undefined when the token is missing or refused: the socket closes with 4403 */
  authenticate: (authorization: unknown) => Owner | undefined;
  /** Made anew for each operation. */
  createContext: (owner: Owner, address: string) => object & { requestId: string };
  isAllowedOrigin: (request: IncomingMessage) => boolean;
  logFailure: LogFailure;
}

const INIT_WAIT_MS = 10_000;
/** A message is an operation's text and variables, never more; beyond it the socket closes with 1009. */
const MOST_MESSAGE_BYTES = 128 * 1024;

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
    if (isDraining) return refuse(stream, '503 Service Unavailable');
    if (request.url?.split('?')[0] !== '/graphql') return refuse(stream, '404 Not Found');
    if (!options.isAllowedOrigin(request)) return refuse(stream, '403 Forbidden');
    upgrades.handleUpgrade(request, stream, head, (socket) => accept(socket, request.socket));
  });
  // Apart from the above, since what listens to a socket would keep its request for as long.
  const accept = (socket: WebSocket, stream: Socket) => {
    sockets.watch(socket, stream);
    const wire = new Wire(socket, options);
    const closed = protocol.opened(wire, { wire, address: stream.remoteAddress ?? '', owner: undefined });
    socket.on('close', (code, reason) => void closed(code, String(reason)));
  };
  return async () => {
    isDraining = true;
    await sockets.drain();
    await new Promise<void>((resolve) => upgrades.close(() => resolve()));
  };
}

interface Extra<Owner> {
  readonly wire: Wire;
  readonly address: string;
  owner: Owner | undefined;
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function protocolHooks<Owner extends SocketOwner>(
  options: GraphqlSocketOptions<Owner>,
): ServerOptions<Record<string, unknown>, Extra<Owner>> {
  const { schema, documents, sockets, logFailure } = options;
  const present = (errors: readonly GraphQLError[], contextValue: unknown) => {
    const requestId = (contextValue as { requestId?: string } | undefined)?.requestId ?? nextRequestId();
    return errors.map((error) => presentError(error, requestId, logFailure));
  };
  return {
    schema,
    execute: (args) => (isOver(args as Begun) ? NOTHING : execute(args)),
    subscribe: (args) => (isOver(args as Begun) ? NOTHING : subscribe(args)),
    connectionInitWaitTimeout: INIT_WAIT_MS,

    onConnect: ({ connectionParams, extra }) => {
      try {
        const owner = options.authenticate(connectionParams?.authorization);
        if (!owner) return false;
        if (!sockets.claim(owner, extra.wire.socket)) return false;
        extra.owner = owner;
        return true;
      } catch (error) {
        // Never a throw from here: graphql-ws would close with 4500, which its client takes as final.
        if (!isDatabaseAway(error)) logFailure({ err: error, requestId: nextRequestId() });
        extra.wire.close(closeCode.tryLater, 'Try again later');
        return false;
      }
    },

    onSubscribe: ({ extra: { wire, owner, address } }, key, { query, operationName, variables }) => {
      const refusal = sockets.refusal(wire.socket, wire.running);
      if (refusal) return [new PublicError('RATE_LIMITED', refusal, { retryAfterMs: 1_000 })];
      try {
        const document = documents.admit(query);
        const turn = wire.operation(key)!;
        turn.cost = documents.costOf({ document, operationName, variables, isAnonymous: false });
        const contextValue = options.createContext(owner!, address);
        const { hideSuggestions } = documents;
        const args = {
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue,
          hideSuggestions,
          turn,
        };
        return turn.take()?.then(() => args) ?? args;
      } catch (error) {
        return shownErrors(error);
      }
    },

    onNext: (_ctx, _id, _payload, { contextValue }, result) =>
      result.errors ? { ...result, errors: present(result.errors, contextValue) } : undefined,

    onError: (_ctx, _id, _payload, errors) => present(errors, undefined),
  };
}

/** What onSubscribe makes of an operation. */
type Begun = ExecutionArgs & { turn: Operation };

/** Whether its client has ended it before it began. A change is made all the same. */
const isOver = ({ document, operationName, turn }: Begun): boolean =>
  !turn.isWanted && getOperationAST(document, operationName)?.operation !== OperationTypeNode.MUTATION;

/** Goes nowhere. */
const NOTHING: ExecutionResult = { data: null };

const shownErrors = (error: unknown): readonly GraphQLError[] =>
  error instanceof RefusedDocument ? error.errors : [new GraphQLError('', { originalError: error as Error })];
