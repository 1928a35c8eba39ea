import {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyHttpOptions,
} from 'fastify';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '../errors.ts';
import { wantsPage, type Page } from './pages/page.ts';
import type { Patience } from './patience.ts';
import { answerRaw, owedOn } from './raw-answer.ts';
import { nextRequestId } from './request-id.ts';

const BODY_LIMIT = 2 * 1024 * 1024;
const MAX_ANSWER_MS = 10_000;
const LOOK_EVERY_MS = 50;

export interface HttpServer {
  logLevel: string;
  patience: Patience;
  /** What a browser gets for an address that cannot be read. */
  page: Page | undefined;
}

/** Fastify with our limits and a log that names requests, never what people wrote or who they are. */
export const serverOptions = ({ logLevel, patience, page }: HttpServer) =>
  ({
    bodyLimit: BODY_LIMIT,
    // What hosts attach for programs may have keys of any name, over sockets as well: nothing is copied here by names
    // that came with a request.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: patience.requestMs,
    http: {
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.lookEveryMs,
      shouldUpgradeCallback: isWebSocket,
    },
    genReqId: nextRequestId,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still comes over an open connection is answered, and the connection then closed
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: logLevel,
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.authorization', '*.password', '*.token'],
      serializers: { err: logError },
    },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      if (error.code === 'FST_ERR_BAD_URL' && page && wantsPage(request)) page.send(request, reply.code(400));
      else sendError(error, request, reply);
    },
    clientErrorHandler: refuseBytes,
  }) satisfies FastifyHttpOptions<Server>;

/**
 * Resolves once all that was logged is written: whoever ended the process before would lose the last lines, or have
 * them in another order.
 */
export const written = (log: FastifyBaseLogger): Promise<void> =>
  new Promise((resolve) => (log as FlushedLogger).flush(() => resolve()));

type FlushedLogger = FastifyBaseLogger & { flush(done: () => void): void };

/**
 * Who offers another protocol (`curl --http2` and Java's HttpClient offer h2c) takes an answer in this one too.
 * Rule: RFC 9110, 7.8.
 */
const isWebSocket = ({ headers }: IncomingMessage) => headers.upgrade?.trim().toLowerCase() === 'websocket';

const unreadable = new Map(
  Object.entries({
    ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive' },
    HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers of the request are too large' },
    ADDRESS_OVERFLOW: { status: 414, message: 'The address of the request is too long: send it by POST' },
    HPE_CHUNK_EXTENSIONS_OVERFLOW: {
      status: 413,
      message: 'The chunk extensions of the request are too large',
    },
  }),
);

/** Ends the connection over which no request can come any more. */
function refuseBytes(error: Error & { code?: string; rawPacket?: unknown }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  // An answer that has begun would be garbled by another.
  if (!socket.writable || owedOn(socket)?.headersSent) return void socket.destroy();
  const isOfAddress = error.code === 'HPE_HEADER_OVERFLOW' && beginsWithLongAddress(error.rawPacket);
  const refusal = unreadable.get(isOfAddress ? 'ADDRESS_OVERFLOW' : (error.code ?? '')) ?? {
    status: 400,
    message: 'This is not HTTP',
  };
  answerRaw(socket, { ...refusal, code: 'BAD_REQUEST' });
}

/** Node counts an address among the headers; what arrived with its beginning tells one from the other. */
const beginsWithLongAddress = (packet: unknown): boolean =>
  Buffer.isBuffer(packet) && /^[A-Z]+ [^\n]{8000}/.test(packet.toString('latin1', 0, 8_100));

/** Of a database error: what failed, without the values that PostgreSQL quotes in `detail`. */
function logError(error: Error & { code?: string; constraint?: string; table?: string }) {
  const { name, message, code, constraint, table, stack } = error;
  return { type: name, message, code, constraint, table, stack: stack ?? '' };
}

const codes: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
};

/** What a handler throws to answer with this status and these words. */
export const httpError = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode });

/** What goes wrong before GraphQL is reached is still told as GraphQL tells it. */
export function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  const isOurs = status >= 500;
  if (isOurs) request.log.error({ err: error, requestId: request.id }, 'request failed');
  const code = isOurs ? 'INTERNAL_SERVER_ERROR' : (codes[status] ?? 'BAD_REQUEST');
  const message = isOurs ? 'Something went wrong on our side' : error.message;
  const limit = status === 413 ? { limit: { bytes: BODY_LIMIT } } : {};
  void reply
    .code(status)
    .send({ errors: [{ message, extensions: { code, requestId: request.id, ...limit } }] });
}

/** Lets each plain address be asked for with a slash at its end too. The router's own option breaks `/x/*` for `/x/`. */
export function takeTrailingSlash(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { url, method } = route;
    if (method !== 'HEAD' && /^[/\w-]*\w$/.test(url)) app.route({ ...route, url: `${url}/` });
  });
}

/**
 * Finishes what runs, and lets go of each connection as soon as it has its answer. A peer who has connected and asks nothing (browsers do so in advance), or who does not take the
 * answer, is not waited for.
 */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), MAX_ANSWER_MS);
  // Node looks for idle ones once, at the beginning.
  const looking = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
  await app.close();
  clearInterval(looking);
  clearTimeout(patience);
}
