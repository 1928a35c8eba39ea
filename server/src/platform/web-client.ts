import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendError } from './http-server.ts';

// Mantine writes style attributes; everything else comes from this origin only.
const CONTENT_SECURITY_POLICY = [
  `default-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

export interface WebClient {
  /** The folder of the built client. */
  build: URL;
  demo: boolean;
}

/** Serves the built client: its files, and its page for every path of its own. Without a build there is no client. */
export async function serveWebClient(app: FastifyInstance, { build, demo }: WebClient): Promise<void> {
  const folder = fileURLToPath(build);
  app.setErrorHandler(sendError);
  if (!existsSync(`${folder}index.html`)) {
    app.log.warn('the client is not built: run `npm run build`');
    return;
  }
  const page = readFileSync(`${folder}index.html`, 'utf8').replace(
    '<head>',
    demo ? '<head><meta name="carillon-demo" content="true" />' : '<head>',
  );
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    setHeaders: (response, path) => {
      // Vite puts a hash of the content into the names below assets/.
      if (path.includes('/assets/'))
        void response.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) return reply.code(404).send({ message: 'Not found' });
    return reply
      .headers({
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-cache',
      })
      .type('text/html')
      .send(page);
  });
}
