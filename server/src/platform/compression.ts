import { brotliCompress, constants, gzip, type InputType } from 'node:zlib';
import type { DoneFuncWithErrOrRes, FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor, type Encoding } from './negotiation.ts';

/** Smaller answers cost more time than they save (docs/benchmark.md). */
const LEAST_LENGTH = 8 * 1024;

type Done = (error: Error | null, compressed: Buffer) => void;

const compress: Record<Encoding, (body: InputType, done: Done) => void> = {
  br: (body, done) => brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, done),
  gzip: (body, done) => gzip(body, { level: 4 }, done),
};

/**
 * A hook that compresses large answers for who asks for it, off the event loop. An answer that sets a cookie carries a
 * token, and beside it what the caller wrote (aliases): its length would tell the one by the other (BREACH), so it is
 * never compressed.
 */
export function compressLarge(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: DoneFuncWithErrOrRes,
): void {
  if (typeof payload !== 'string' || payload.length < LEAST_LENGTH) return done(null, payload);
  void reply.header('vary', 'Origin, Accept-Encoding');
  const encoding = encodingFor(headers['accept-encoding']);
  if (!encoding || reply.hasHeader('set-cookie')) return done(null, payload);
  compress[encoding](payload, (error, compressed) => {
    if (error) return done(error);
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    done(null, compressed);
  });
}
