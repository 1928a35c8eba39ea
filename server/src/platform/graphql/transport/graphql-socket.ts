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
import {
  handleProtocols,
  makeServer,
  type Context as ConnectionContext,
  type ServerOptions,
} from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Caller } from '../../http/caller.ts';
import type { ClientConnections } from './client-connections.ts';
import { RefusedDocument, type Documents } from '../admission/documents.ts';
import { isDatabaseAway, presentError, PublicError, type LogFailure } from '../../errors.ts';
import type { TrustedDocuments } from '../admission/trusted-documents.ts';
import { execute } from '../execution/execution.ts';
import { answerRaw, owedOn, type RawAnswer } from '../../http/raw-answer.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import { nextRequestId } from '../../http/request-id.ts';
import { subscribe } from '../execution/shared-execution.ts';
import { closeCode, type SocketOwner, type Sockets } from './sockets.ts';
import { Wire, type Operation } from './wire.ts';

/** Why no socket is opened. */
export type RefusedUpgrade = 'restart' | 'path' | 'origin';

export interface GraphqlSocketOptions<Owner extends SocketOwner> {
  schema: GraphQLSchema;
  documents: Documents;
  trusted: TrustedDocuments;
  sockets: Sockets;
  /**
   * Without a viewer the socket closes with 4403, or 1013 where they may come again, and the refusal as its reason: 123
   * bytes at most.
   */
  authenticate: (
    connectionParams: Record<string, unknown> | undefined,
  ) => Caller<Owner> | Promise<Caller<Owner>>;
  connections: ClientConnections;
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
const MAX_MESSAGE_BYTES = 128 * 1024;

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
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  let isDraining = false;
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Whatever is said now would come before what is owed to an earlier request, and be taken for that.
    if (owedOn(stream)) return void stream.destroy();
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
    const wire = new Wire(socket, options);
    const closed = protocol.opened(wire, { wire, address, owner: undefined });
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

function protocolHooks<Owner extends SocketOwner>(
  options: GraphqlSocketOptions<Owner>,
): ServerOptions<Record<string, unknown>, Extra<Owner>> {
  const { schema, documents, trusted, sockets, logFailure, operations } = options;
  const present = (errors: readonly GraphQLError[], contextValue: unknown) => {
    const requestId = (contextValue as { requestId?: string } | undefined)?.requestId ?? nextRequestId();
    return errors.map((error) => presentError(error, requestId, logFailure));
  };
  return {
    schema,
    execute: (args) => (isOver(args as Begun) ? NOTHING : execute(args)),
    subscribe: (args) => (isOver(args as Begun) ? NOTHING : subscribe(args)),
    connectionInitWaitTimeout: INIT_WAIT_MS,

    onConnect: (connection) => connect(options, connection),

    onSubscribe: ({ extra: { wire, owner, address } }, key, payload) => {
      const { operationName, variables } = payload;
      const refusal = sockets.refusal(wire.socket, wire.running);
      if (refusal) return [new PublicError('RATE_LIMITED', refusal, { retryAfterMs: 1_000 })];
      try {
        const document = documents.admit(trusted.textOf(payload));
        const turn = wire.operation(key)!;
        const asked = { document, operationName, variables, isAnonymous: false };
        turn.cost = documents.costOf(asked);
        const args = { ...documents.argsOf(asked, options.createContext(owner!, address)), turn };
        return turn.take()?.then(() => args) ?? args;
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

/** Whether this socket may go on; if not, it has been told why. */
async function connect<Owner extends SocketOwner>(
  { authenticate, sockets, logFailure }: GraphqlSocketOptions<Owner>,
  { connectionParams, extra }: ConnectionContext<Record<string, unknown>, Extra<Owner>>,
): Promise<boolean> {
  try {
    const { viewer, refusal, isTemporary } = await authenticate(connectionParams);
    if (!viewer) extra.wire.close(isTemporary ? closeCode.tryLater : closeCode.forbidden, refusal);
    if (!viewer || !sockets.claim(viewer, extra.wire.socket)) return false;
    extra.owner = viewer;
    return true;
  } catch (error) {
    // Never a throw from here: graphql-ws would close with 4500, which its client takes as final.
    if (!isDatabaseAway(error)) logFailure({ err: error, requestId: nextRequestId() });
    extra.wire.close(closeCode.tryLater, 'Try again later');
    return false;
  }
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
