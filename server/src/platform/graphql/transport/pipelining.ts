import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Requests that may wait on one connection; whoever sends more without reading is let go. */
const MAX_WAITING = 32;

/**
 * Works on the requests of a connection one after the other, also when they come without waiting for answers
 * (https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2): then there is never more than one answer for a reader.
 */
export function answerInTurn(app: FastifyInstance): void {
  const waiting = new WeakMap<Socket, number>();
  app.addHook('onRequest', ({ raw }, reply, done) => {
    // Node gives a response its socket when the one before has left.
    if (reply.raw.socket) return done();
    const count = (waiting.get(raw.socket) ?? 0) + 1;
    waiting.set(raw.socket, count);
    if (count > MAX_WAITING) raw.socket.destroy();
    reply.raw.once('socket', () => {
      waiting.set(raw.socket, waiting.get(raw.socket)! - 1);
      done();
    });
  });
}
