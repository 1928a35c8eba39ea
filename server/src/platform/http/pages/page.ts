import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsPage, encodingFor, type Encoding } from '../negotiation.ts';
import { guardPage } from './page-policy.ts';

/** Whether a request can be answered with a page at all. */
export const isReading = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** Whether its caller reads pages, or says nothing about it. */
export const wantsPage = (request: FastifyRequest): boolean =>
  isReading(request) && acceptsPage(request.headers.accept);

/** An HTML page that is the same for everybody, ready in each encoding. */
export class Page {
  private readonly bodies: Record<Encoding | 'identity', Buffer>;
  private readonly tag: string;

  constructor(
    html: string,
    private readonly securityPolicy: string,
  ) {
    const identity = Buffer.from(html);
    this.bodies = { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) };
    this.tag = createHash('sha256').update(identity).digest('base64url').slice(0, 16);
  }

  send({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
    const encoding = encodingFor(headers['accept-encoding']);
    const tag = `"${this.tag}${encoding ? `-${encoding}` : ''}"`;
    void reply
      .headers({
        'content-security-policy': this.securityPolicy,
        'cache-control': 'no-cache',
        vary: 'Origin, Accept, Accept-Encoding',
        etag: tag,
      })
      .type('text/html; charset=utf-8');
    guardPage(reply);
    if (reply.statusCode === 200 && headers['if-none-match']?.includes(tag)) return reply.code(304).send();
    if (encoding) void reply.header('content-encoding', encoding);
    return reply.send(this.bodies[encoding ?? 'identity']);
  }
}
