import {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { ErrorCode } from './errors.ts';
import { nextRequestId } from './request-id.ts';

const BODY_LIMIT = 2 * 1024 * 1024;
const LONGEST_ANSWER_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Fastify with our limits and a log that names requests, never what people wrote or who they are. */
export const serverOptions = (config: { LOG_LEVEL: string; TRUST_PROXY: boolean }) =>
  ({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.TRUST_PROXY,
    genReqId: nextRequestId,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still comes over an open connection is answered, and the connection then closed
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: config.LOG_LEVEL,
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.authorization', '*.password', '*.token'],
      serializers: { err: logError },
    },
    frameworkErrors: sendError,
  }) satisfies FastifyServerOptions;

/** Of a database error: what failed, without the values that PostgreSQL quotes in `detail`. */
function logError(error: Error & { code?: string; constraint?: string; table?: string }) {
  const { name, message, code, constraint, table, stack } = error;
  return { type: name, message, code, constraint, table, stack: stack ?? '' };
}

const codes: Record<number, ErrorCode> = { 413: 'PAYLOAD_TOO_LARGE' };

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

/**
 * Finishes what runs, and lets go of each connection as soon as it has its answer. A peer who has connected and asks nothing (browsers do so in advance), or who does not take the
 * answer, is not waited for.
 */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), LONGEST_ANSWER_MS);
  // Node looks for idle ones once, at the beginning.
  const looking = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
  await app.close();
  clearInterval(looking);
  clearTimeout(patience);
}
