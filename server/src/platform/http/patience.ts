import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** How long a request may take to arrive, from its first byte (or the connection's begin) to its last. */
export interface Patience {
  /** For the headers; also a connection on which nothing was ever said. */
  headersMs: number;
  /** For the body, of a caller nobody knows. */
  strangerMs: number;
  /** For all of it, whoever calls. */
  requestMs: number;
  /** How often is looked, and so how much later it may end. */
  lookEveryMs: number;
}

export const PATIENCE: Patience = {
  headersMs: 10_000,
  strangerMs: 10_000,
  requestMs: 60_000,
  lookEveryMs: 1_000,
};

/**
 * Cuts the requests of strangers whose body stalls or trickles in. Node knows one limit for all requests, and no
 * callers; who is known is asked only about a body that is late.
 */
export function cutSlowStrangers(
  app: FastifyInstance,
  { strangerMs, lookEveryMs }: Patience,
  isKnown: (request: IncomingMessage) => Promise<boolean>,
): void {
  /** Since when, in ms. */
  const arriving = new Map<FastifyReply, number>();
  app.addHook('onRequest', (request, reply, done) => {
    const { headers } = request.raw;
    if ('content-length' in headers || 'transfer-encoding' in headers) arriving.set(reply, Date.now());
    done();
  });
  // What nobody reads, since the method or the address takes no body, may go on coming after the answer.
  app.addHook('preValidation', ({ raw }, reply, done) => {
    if (raw.complete) arriving.delete(reply);
    done();
  });
  const look = () => {
    const deadline = Date.now() - strangerMs;
    for (const [reply, since] of arriving) {
      const { raw } = reply.request;
      if (raw.complete || raw.destroyed) arriving.delete(reply);
      else if (since <= deadline) void cutUnlessKnown(reply);
    }
  };
  const cutUnlessKnown = async (reply: FastifyReply) => {
    const { raw } = reply.request;
    // Whatever there is to say about a token, here it only means that nobody is known.
    if (!(await isKnown(raw).catch(() => false)) && !raw.complete && !raw.destroyed) cut(reply);
  };
  // What is expected besides 100-continue Node refuses by itself, past all hooks; it may be left aside as well
  // (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  const timer = setInterval(look, lookEveryMs).unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

/** As Node cuts what passes its own limit; another answer behind one that was given would be taken for the next one's. */
function cut({ request: { server, socket }, raw }: FastifyReply): void {
  if (raw.headersSent) return void socket.destroy();
  const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  server.server.emit('clientError', error, socket);
}
