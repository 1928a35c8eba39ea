import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Page } from './page.ts';

const require = createRequire(import.meta.url);
// Only Altair's files. Its code, which would fill in options that we do not use, takes long to load.
const FOLDER = path.join(path.dirname(require.resolve('altair-static')), 'dist');

// Runs before Altair starts: whoever is signed in on this origin explores with their own token, in subscriptions too.
const START = `
  const renewal = { query: 'mutation { refreshSession { accessToken } }' };
  const answer = await fetch('/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(renewal),
  }).then((response) => response.json()).catch(() => undefined);
  const token = answer?.data?.refreshSession?.accessToken;
  const authorization = token ? 'Bearer ' + token : '';
  AltairGraphQL.init({
    endpointURL: location.origin + '/graphql',
    subscriptionsEndpoint: location.origin.replace(/^http/, 'ws') + '/graphql',
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialHeaders: authorization ? { Authorization: authorization } : {},
    initialSubscriptionsPayload: authorization ? { authorization } : {},
    initialQuery: '{\\n  viewer { name role }\\n  inbox { counts { unread unseen seq } }\\n}\\n',
    preserveState: false,
    disableAccount: true, // with a company that is not ours
  });
`;

// All that Altair says in banners is advertising: for its assistant, and after fifty requests for donations.
const STYLE = 'app-banner-container, nz-alert[nzbanner] { display: none !important }';

// Altair compiles templates in the page. Whatever it might fetch elsewhere is refused here.
const CONTENT_SECURITY_POLICY = [
  `default-src 'self' blob: data:`,
  `script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:`,
  `style-src 'self' 'unsafe-inline'`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `frame-ancestors 'self'`,
].join('; ');

/**
 * Altair at /explorer: nothing is fetched from elsewhere.
 * @param built where the build has put its files with compressed ones beside them; without, they come as they are
 */
export async function serveExplorer(app: FastifyInstance, { built }: { built: string }): Promise<void> {
  const isBuilt = existsSync(built);
  const root = isBuilt ? built : FOLDER;
  const html = readFileSync(path.join(root, 'index.html'), 'utf8')
    .replace('<base href="/" />', '<base href="/explorer/" />')
    .replace('</head>', `<style>${STYLE}</style></head>`)
    .replace('</body>', `<script type="module">${START}</script></body>`);
  const page = new Page(html, CONTENT_SECURITY_POLICY);
  await app.register(fastifyStatic, {
    root,
    prefix: '/explorer/',
    index: false,
    decorateReply: false,
    preCompressed: isBuilt,
    setHeaders: (response) => {
      void response
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .header('x-content-type-options', 'nosniff');
    },
  });
  for (const url of ['/explorer', '/explorer/index.html'])
    app.get(url, (request, reply) => page.send(request, reply));
}
