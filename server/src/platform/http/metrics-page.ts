import { timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import { fastify, type FastifyHttpOptions, type FastifyInstance, type FastifyReply } from 'fastify';
import { httpError } from './http-server.ts';
import { listen } from './listen.ts';
import type { Metrics } from '../metrics.ts';

export interface MetricsAccess {
  HOST: string;
  METRICS_TOKEN?: string;
  METRICS_PORT?: number;
}

/**
 * `/metrics` in Prometheus' text format, for operators only: on a port of its own, or with a token. Not for whoever
 * calls from this machine, since so does a proxy on it, for anybody.
 * @returns what closes the port of its own
 */
export async function serveMetrics(
  app: FastifyInstance,
  { HOST, METRICS_TOKEN, METRICS_PORT }: MetricsAccess,
  { registry }: Metrics,
  options: FastifyHttpOptions<Server>,
): Promise<() => Promise<void>> {
  const page = async (reply: FastifyReply) => reply.type(registry.contentType).send(await registry.metrics());
  const isHere = METRICS_TOKEN !== undefined && METRICS_PORT === undefined;
  app.get('/metrics', (request, reply) => {
    if (!isHere) throw httpError(404, 'Metrics need METRICS_TOKEN, or come on METRICS_PORT');
    if (isSame(request.headers.authorization, `Bearer ${METRICS_TOKEN}`)) return page(reply);
    void reply.header('www-authenticate', 'Bearer');
    throw httpError(401, 'Metrics need the token of METRICS_TOKEN');
  });
  if (METRICS_PORT === undefined) return async () => undefined;
  const own = fastify(options);
  own.get('/metrics', (_request, reply) => page(reply));
  await listen(own, { host: HOST, port: METRICS_PORT, named: 'METRICS_PORT' });
  return () => own.close();
}

function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
