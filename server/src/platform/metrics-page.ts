import { timingSafeEqual } from 'node:crypto';
import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Metrics } from './metrics.ts';

export interface MetricsAccess {
  HOST: string;
  METRICS_TOKEN?: string;
  METRICS_PORT?: number;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * `/metrics` in Prometheus' text format, for operators only: on a port of its own, or with a token, or, when neither
 * is configured, only where the whole server listens on the loopback address.
 * @returns what closes the port of its own
 */
export async function serveMetrics(
  app: FastifyInstance,
  { HOST, METRICS_TOKEN, METRICS_PORT }: MetricsAccess,
  { registry }: Metrics,
): Promise<() => Promise<void>> {
  const page = async (reply: FastifyReply) => reply.type(registry.contentType).send(await registry.metrics());
  if (METRICS_PORT !== undefined) {
    const own = fastify();
    own.get('/metrics', (_request, reply) => page(reply));
    await own.listen({ host: HOST, port: METRICS_PORT });
    return () => own.close();
  }
  if (METRICS_TOKEN !== undefined || LOOPBACK.has(HOST)) {
    app.get('/metrics', (request, reply) => {
      if (METRICS_TOKEN === undefined || isSame(request.headers.authorization, `Bearer ${METRICS_TOKEN}`))
        return page(reply);
      return reply.code(401).send({ message: 'A token is needed' });
    });
  }
  return async () => undefined;
}

function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
