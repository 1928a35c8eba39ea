import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

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
  });
`;

// Altair compiles templates in the page. Whatever it might fetch elsewhere is refused here.
const CONTENT_SECURITY_POLICY = [
  `default-src 'self' blob: data:`,
  `script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:`,
  `style-src 'self' 'unsafe-inline'`,
  `object-src 'none'`,
  `frame-ancestors 'self'`,
].join('; ');

/** Altair at /explorer, from node_modules: nothing is fetched from elsewhere. */
export async function serveExplorer(app: FastifyInstance): Promise<void> {
  const page = readFileSync(path.join(FOLDER, 'index.html'), 'utf8')
    .replace('<base href="/" />', '<base href="/explorer/" />')
    .replace('</body>', `<script type="module">${START}</script></body>`);
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/explorer/',
    index: false,
    decorateReply: false,
  });
  app.get('/explorer', (_request, reply) =>
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY).type('text/html').send(page),
  );
}
