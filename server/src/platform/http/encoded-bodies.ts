import type { FastifyInstance } from 'fastify';
import { httpError } from './http-server.ts';

/**
 * Refuses with 415 a body that is compressed, which would be read as it came and called no JSON: unpacked it can be a
 * thousand times what the limit of bodies allows. Rule: RFC 9110, 15.5.16.
 */
export function refuseEncodedBodies(app: FastifyInstance): void {
  app.addHook('preParsing', async ({ headers, is404 }, reply, payload) => {
    const encoding = headers['content-encoding']?.trim().toLowerCase();
    const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
    if (is404 || !hasBody || !encoding || encoding === 'identity') return payload;
    void reply.header('accept-encoding', 'identity');
    throw httpError(415, 'A body is taken as it is, without a Content-Encoding');
  });
}
