import type { FastifyInstance } from 'fastify';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, since PostgreSQL answers and no restart is under way.
 * @returns `turn`, which makes `/readyz` say no from now on
 */
export function serveHealth(app: FastifyInstance, probe: () => Promise<unknown>): { turn: () => void } {
  let isStopping = false;
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (isStopping) return reply.code(503).send({ status: 'stopping' });
    try {
      await probe();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the database cannot be reached' });
    }
  });
  return { turn: () => (isStopping = true) };
}
