import type { FastifyInstance } from 'fastify';
import type { Pulse } from './pulse.ts';

/**
 * `/healthz`: the process runs, and a restart would not help. `/readyz`: it can serve, since PostgreSQL answers and no
 * restart is under way. Both answer within a second, whatever hangs.
 * @returns `turn`, which makes `/readyz` say no from now on
 */
export function serveHealth(
  app: FastifyInstance,
  pulse: Pick<Pulse, 'isThere' | 'isStuck'>,
): { turn: () => void } {
  let isStopping = false;
  app.get('/healthz', async (_request, reply) =>
    pulse.isStuck
      ? reply.code(503).send({ status: 'the database answers others, but not this replica' })
      : { status: 'ok' },
  );
  app.get('/readyz', async (_request, reply) => {
    if (isStopping) return reply.code(503).send({ status: 'stopping' });
    return (await pulse.isThere())
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'the database cannot be reached' });
  });
  return { turn: () => (isStopping = true) };
}
