import { existsSync, readFileSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from '../http-server.ts';
import { isReading, Page, wantsPage } from './page.ts';

/** Mantine writes style attributes; everything else comes from this origin, and pictures from hosts that are allowed. */
const contentSecurityPolicy = (imageHosts: readonly string[]) =>
  [
    `default-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    [`img-src 'self' data:`, ...imageHosts.map((host) => `https://${host}`)].join(' '),
    `object-src 'none'`,
    `base-uri 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** What the page tells the client. */
export interface ClientPageSettings {
  readonly demo: boolean;
  /** Hosts whose pictures it may show. */
  readonly imageHosts: readonly string[];
  readonly signIn: {
    /** What the provider is called at which people may sign in. */
    readonly provider: string | undefined;
    /** Whether they may do so with a password. */
    readonly passwords: boolean;
  };
}

/**
 * The one page of the client, which finds its own way from the address.
 * @param folder of the built client
 * @returns undefined without a build: then there is no client
 */
export function readClientPage(
  folder: string,
  { demo, imageHosts, signIn }: ClientPageSettings,
): Page | undefined {
  const file = `${folder}index.html`;
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const told = Object.entries({
    'carillon-demo': demo && 'true',
    'carillon-provider': signIn.provider,
    'carillon-passwords': !signIn.passwords && 'false',
  });
  const marks = told.map(([name, content]) => (content ? meta(name, content) : '')).join('');
  return new Page(
    html.replace('<head>', () => `<head>${marks}`),
    contentSecurityPolicy(imageHosts),
  );
}

const meta = (name: string, content: string) =>
  `<meta name="${name}" content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" />`;

/**
 * Serves the built client: its files, and its page for every address of its own, also as `/index.html`. A path that
 * names a file is no such address: who looks for `/robots.txt`, `/.well-known/…` or a script of an older build is told
 * that it is not there. What the caller accepts matters only where programs call: monitors and link previews ask for
 * pages with whatever their library sends.
 */
export async function serveWebClient(
  app: FastifyInstance,
  { folder, page }: { folder: string; page: Page | undefined },
): Promise<void> {
  if (!page) app.log.warn('the client is not built: run `npm run build`');
  else {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      preCompressed: true,
      globIgnore: ['index.html', '**/*.{br,gz}'],
      setHeaders: (response, path) => {
        void response.header('x-content-type-options', 'nosniff');
        // Vite puts a hash of the content into the names below assets/.
        if (path.includes('/assets/'))
          void response.header('cache-control', 'public, max-age=31536000, immutable');
      },
    });
    app.get('/index.html', (request, reply) => page.send(request, reply));
  }
  // Before anything is read of what came with it, or that would be found fault with instead.
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) refuseMethod(request, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    if (page && isPageAddress(request)) return page.send(request, reply);
    throw httpError(404, 'There is nothing at this address');
  });
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0]!;

function isPageAddress(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return !namesFile(path) && (isForPrograms(path) ? wantsPage(request) : isReading(request));
}

const isForPrograms = (path: string) => /^\/(api|graphql|healthz|readyz|metrics)(\/|$)/.test(path);

const namesFile = (path: string) =>
  path.startsWith('/.well-known/') || path.startsWith('/assets/') || /\.[a-z0-9]+$/i.test(path);

/** 405 with what is allowed where the path is one of ours. */
function refuseMethod(request: FastifyRequest, reply: FastifyReply): void {
  const url = pathOf(request).replace(/(?<=.)\/$/, '');
  // Others would be read as patterns; ours are plain.
  const isPlain = /^[\w/.-]+$/.test(url);
  const { server } = request;
  const allowed = ['GET', 'HEAD', 'POST'].filter((method) => isPlain && server.hasRoute({ url, method }));
  if (allowed.length === 0) return;
  void reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
  throw httpError(405, `This address takes ${allowed.join(', ')} only`);
}
