import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { resolversOf, type Features } from './features.ts';
import type { Platform } from './platform/platform.ts';
import { BoundedLog, type Log } from './platform/bounded-log.ts';
import { Documents } from './platform/graphql/admission/documents.ts';
import { TrustedDocuments } from './platform/graphql/admission/trusted-documents.ts';
import { refuseEncodedBodies } from './platform/http/encoded-bodies.ts';
import { serveExplorer } from './platform/http/pages/explorer.ts';
import { serveGraphqlOverHttp } from './platform/graphql/transport/graphql-http.ts';
import { serveGraphqlOverSocket, type RefusedUpgrade } from './platform/graphql/transport/graphql-socket.ts';
import { serveHealth } from './platform/http/health.ts';
import { closeServer, sendError, serverOptions, takeTrailingSlash } from './platform/http/http-server.ts';
import { serveMetrics } from './platform/http/metrics-page.ts';
import type { Metrics } from './platform/metrics.ts';
import { isAllowedOrigin } from './platform/http/callers/origins.ts';
import { guardPages } from './platform/http/pages/page-policy.ts';
import type { Page } from './platform/http/pages/page.ts';
import { cutSlowStrangers, type Patience } from './platform/http/patience.ts';
import { answerInTurn } from './platform/graphql/transport/pipelining.ts';
import type { Pulse } from './platform/postgres/pulse.ts';
import { Proxies } from './platform/http/callers/proxies.ts';
import { tellRefusedOrigin, watchPreflights } from './platform/http/callers/refused-origins.ts';
import { nextRequestId } from './platform/http/request-id.ts';
import { serveWebClient } from './platform/http/pages/web-client.ts';
import { createSchema } from './schema.ts';
import { authorizationOf } from './sessions/connection-params.ts';
import type { Context } from './users/context.ts';
import type { Viewer } from './users/viewer.ts';

// The same way up from src and from dist.
export const WEB_CLIENT = fileURLToPath(new URL('../../client/dist/', import.meta.url));
/** Beside the built client: what it asks. */
const CLIENT_DOCUMENTS = `${WEB_CLIENT}trusted-documents.json`;
const EXPLORER = fileURLToPath(new URL('../dist/explorer/', import.meta.url));

interface Serving {
  platform: Platform;
  features: Features;
  page: Page | undefined;
  patience: Patience;
  pulse: Pulse;
}

/** Everything on the one port. Returns what ends it. */
export async function serve(
  server: FastifyInstance,
  config: Config,
  { platform, features, page, patience, pulse }: Serving,
): Promise<() => Promise<void>> {
  const { metrics, connections } = platform;
  const proxies = new Proxies(config.TRUST_PROXY);
  const news = new BoundedLog(server.log);

  connections.watch(server.server);
  await prepare(server, config, patience, { authenticate: features.authenticate, proxies, news });
  const health = serveHealth(server, pulse);
  const apart = serverOptions({ logLevel: config.LOG_LEVEL, patience, page: undefined });
  const stopMetrics = await serveMetrics(server, config, metrics, apart);
  await serveExplorer(server, { built: EXPLORER });
  for (const feature of features.all) await feature.serve?.(server, (request) => proxies.addressOf(request));
  await serveWebClient(server, { folder: WEB_CLIENT, page });
  const stopGraphql = await serveGraphql(server, config, { platform, features, proxies, news });
  return async () => {
    health.turn();
    await stopGraphql.sockets();
    await closeServer(server);
    await stopGraphql.http();
    await stopMetrics();
    connections.stop();
  };
}

interface Around {
  readonly proxies: Proxies;
  readonly news: Log;
}

/** One schema on both transports. */
async function serveGraphql(
  server: FastifyInstance,
  config: Config,
  { platform, features, proxies, news }: Pick<Serving, 'platform' | 'features'> & Around,
): Promise<{ http: () => Promise<void>; sockets: () => Promise<void> }> {
  const { metrics, sockets, connections } = platform;
  const { authenticate, authorize } = features;
  const schema = createSchema(resolversOf(features.all), authorize);
  const shared = {
    schema,
    documents: new Documents(schema, { introspection: config.INTROSPECTION }),
    trusted: trustedDocuments(config),
    connections,
    logFailure: (failure: { err: unknown; requestId: string }) => server.log.error(failure, 'request failed'),
    operations: metrics.operations,
  };
  const http = await serveGraphqlOverHttp<Context>(server, {
    ...shared,
    sockets,
    ownerOf: ({ viewer }) => viewer,
    isAnonymous: ({ viewer }) => viewer === undefined,
    createContext: async (request, reply) => ({
      requestId: request.id,
      startedAt: performance.now(),
      ...(await authenticate(request.headers.authorization)),
      address: proxies.addressOf(request.raw),
      cookies: cookieJar(request, reply, proxies),
    }),
  });
  const stopSockets = serveGraphqlOverSocket<Viewer>(server.server, {
    ...shared,
    sockets,
    authenticate: (connectionParams) => authenticate(authorizationOf(connectionParams)),
    createContext: (viewer, address): Context => ({
      requestId: nextRequestId(),
      startedAt: performance.now(),
      viewer,
      address,
    }),
    isAllowedOrigin: (request) => isAllowedOrigin(request, config.ALLOWED_ORIGINS, proxies),
    addressOf: (request) => proxies.addressOf(request),
    onRefusedUpgrade: upgradeReport(metrics, news),
  });
  return { http, sockets: stopSockets };
}

/** What holds for every request, whichever route takes it. */
async function prepare(
  server: FastifyInstance,
  { ALLOWED_ORIGINS }: Config,
  patience: Patience,
  { authenticate, proxies, news }: Around & Pick<Features, 'authenticate'>,
): Promise<void> {
  server.setErrorHandler(sendError);
  answerInTurn(server);
  takeTrailingSlash(server);
  refuseEncodedBodies(server);
  guardPages(server);
  watchPreflights(server, ALLOWED_ORIGINS, proxies, news);
  cutSlowStrangers(
    server,
    patience,
    async ({ headers }) => (await authenticate(headers.authorization)).viewer !== undefined,
  );
  await server.register(fastifyCookie);
  await server.register(fastifyCors, {
    origin: ALLOWED_ORIGINS,
    credentials: true,
    strictPreflight: false, // an OPTIONS that is no preflight is answered too
  });
}

const trustedDocuments = ({ TRUSTED_DOCUMENTS, ONLY_TRUSTED_DOCUMENTS }: Config): TrustedDocuments =>
  TrustedDocuments.read(
    [...(existsSync(CLIENT_DOCUMENTS) ? [CLIENT_DOCUMENTS] : []), ...TRUSTED_DOCUMENTS],
    ONLY_TRUSTED_DOCUMENTS,
  );

const upgradeReport =
  (metrics: Metrics, log: Log) =>
  (reason: RefusedUpgrade, request: IncomingMessage): void => {
    metrics.refusedUpgrades.inc({ reason });
    if (reason === 'origin') tellRefusedOrigin(log, request);
  };

const cookieJar = (request: FastifyRequest, reply: FastifyReply, proxies: Proxies): Context['cookies'] => ({
  read: (name) => new Map(Object.entries(request.cookies)).get(name),
  write: (name, value, options) =>
    void reply.setCookie(name, value, { ...options, secure: proxies.isSecure(request.raw) }),
});
