import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { RefusedDocument, type Documents } from './documents.ts';
import { isDatabaseAway, presentError, type LogFailure } from './errors.ts';
import { closeCode } from './sockets.ts';

/** Who opened a socket, as far as the transport needs to know. */
export interface SocketOwner {
  /** When the token ends, in ms since 1970; undefined for a token without an end. */
  expiresAt: number | undefined;
}

export interface GraphqlSocketOptions<Owner extends SocketOwner> {
  schema: GraphQLSchema;
  documents: Documents;
  /** @returns undefined when the token is missing or refused: the socket closes with 4403 */
  authenticate: (authorization: unknown) => Promise<Owner | undefined>;
  onOpen: (owner: Owner, socket: WebSocket) => void;
  /** Made anew for each operation. */
  createContext: (owner: Owner, request: IncomingMessage) => Promise<object & { requestId: string }>;
  isAllowedOrigin: (request: IncomingMessage) => boolean;
  logFailure: LogFailure;
}

const INIT_WAIT_MS = 10_000;
const PING_EVERY_MS = 15_000;
/** A message is a subscription's text and variables, never more. */
const MOST_BYTES = 128 * 1024;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Serves graphql-transport-ws on the same port and path as HTTP. Returns a function that closes every socket. */
export function serveGraphqlOverSocket<Owner extends SocketOwner>(
  server: Server,
  options: GraphqlSocketOptions<Owner>,
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(stream, '404 Not Found');
    if (!options.isAllowedOrigin(request)) return refuse(stream, '403 Forbidden');
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  };
  server.on('upgrade', onUpgrade);
  useServer(protocolHooks(options), sockets, PING_EVERY_MS);
  return async () => {
    server.off('upgrade', onUpgrade);
    for (const socket of sockets.clients) socket.close(closeCode.restart, 'Restarting');
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  };
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

interface Extra<Owner> {
  socket: WebSocket;
  request: IncomingMessage;
  owner?: Owner;
}

function protocolHooks<Owner extends SocketOwner>(options: GraphqlSocketOptions<Owner>) {
  const { schema, documents, logFailure } = options;
  const present = (errors: readonly GraphQLError[], contextValue: unknown) => {
    const requestId = (contextValue as { requestId?: string } | undefined)?.requestId ?? 'socket';
    return errors.map((error) => presentError(error, requestId, logFailure));
  };
  return {
    schema,
    connectionInitWaitTimeout: INIT_WAIT_MS,

    onConnect: async (ctx: { connectionParams?: Readonly<Record<string, unknown>>; extra: unknown }) => {
      const extra = ctx.extra as Extra<Owner>;
      try {
        const owner = await options.authenticate(ctx.connectionParams?.authorization);
        if (!owner) return false;
        extra.owner = owner;
        closeAtExpiry(extra.socket, owner.expiresAt);
        options.onOpen(owner, extra.socket);
        return true;
      } catch (error) {
        // Never a throw from here: graphql-ws would close with 4500, which its client takes as final.
        if (!isDatabaseAway(error)) logFailure({ err: error, requestId: 'socket' });
        extra.socket.close(closeCode.tryLater, 'Try again later');
        return false;
      }
    },

    onSubscribe: async (ctx: { extra: unknown }, _id: string, payload: SubscribePayload) => {
      try {
        const { owner, request } = ctx.extra as Extra<Owner>;
        const document = documents.admit(payload.query);
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: await options.createContext(owner!, request),
        } as ExecutionArgs;
      } catch (error) {
        return shownErrors(error);
      }
    },

    onNext: (_ctx: unknown, _id: string, _payload: unknown, args: ExecutionArgs, result: ExecutionResult) =>
      result.errors ? { ...result, errors: present(result.errors, args.contextValue) } : undefined,

    onError: (_ctx: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) =>
      present(errors, undefined),
  } as Parameters<typeof useServer>[0];
}

interface SubscribePayload {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

const shownErrors = (error: unknown): readonly GraphQLError[] =>
  error instanceof RefusedDocument ? error.errors : [new GraphQLError('', { originalError: error as Error })];

/** A socket may not outlive the token that opened it. */
function closeAtExpiry(socket: WebSocket, expiresAt: number | undefined): void {
  if (expiresAt === undefined) return;
  const left = Math.max(0, expiresAt - Date.now());
  if (left > LONGEST_TIMER_MS) return;
  const timer = setTimeout(() => socket.close(closeCode.forbidden, 'Token expired'), left);
  socket.once('close', () => clearTimeout(timer));
}
