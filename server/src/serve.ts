import { fileURLToPath } from 'node:url';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { showDelivery } from './delivery/gauges.ts';
import { serveUnsubscribe } from './email/unsubscribe/unsubscribe.ts';
import type { Parts } from './parts.ts';
import { BoundedLog, type Log } from './platform/bounded-log.ts';
import type { Caller } from './platform/http/caller.ts';
import { Documents } from './platform/graphql/admission/documents.ts';
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
import { authorization } from './users/authorization.ts';
import type { Context } from './users/context.ts';
import type { Viewer } from './users/viewer.ts';

// The same way up from src and from dist.
export const WEB_CLIENT = fileURLToPath(new URL('../../client/dist/', import.meta.url));
const EXPLORER = fileURLToPath(new URL('../dist/explorer/', import.meta.url));

interface Serving {
  page: Page | undefined;
  patience: Patience;
  pulse: Pulse;
}

/** Everything on the one port. Returns what ends it. */
export async function serve(
  server: FastifyInstance,
  config: Config,
  parts: Parts,
  { page, patience, pulse }: Serving,
): Promise<() => Promise<void>> {
  const { database, metrics, connections, catalogue, preferencesFeeds, unsubscribeTokens } = parts;
  const authenticate = authentication(parts);
  const proxies = new Proxies(config.TRUST_PROXY);
  const news = new BoundedLog(server.log);

  connections.watch(server.server);
  await prepare(server, config, patience, { authenticate, proxies, news });
  const health = serveHealth(server, pulse);
  const apart = serverOptions({ logLevel: config.LOG_LEVEL, patience, page: undefined });
  const stopMetrics = await serveMetrics(server, config, observed(metrics, parts), apart);
  await serveExplorer(server, { built: EXPLORER });
  const announce = preferencesFeeds.announce.bind(preferencesFeeds);
  await serveUnsubscribe(server, { database, catalogue, tokens: unsubscribeTokens, announce });
  await serveWebClient(server, { folder: WEB_CLIENT, page });
  const stopGraphql = await serveGraphql(server, config, parts, { authenticate, proxies, news });
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
  readonly authenticate: Authenticate;
  readonly proxies: Proxies;
  readonly news: Log;
}

/** One schema on both transports. */
async function serveGraphql(
  server: FastifyInstance,
  config: Config,
  { instances, metrics, sockets, connections, users }: Parts,
  { authenticate, proxies, news }: Around,
): Promise<{ http: () => Promise<void>; sockets: () => Promise<void> }> {
  const schema = createSchema(instances, authorization(users));
  const shared = {
    schema,
    documents: new Documents(schema, { introspection: config.INTROSPECTION }),
    connections,
    logFailure: (failure: { err: unknown; requestId: string }) => server.log.error(failure, 'request failed'),
    operations: metrics.operations,
  };
  const instanceOf: Context['instanceOf'] = (resolver) => instances.get(resolver) as never;
  const http = await serveGraphqlOverHttp<Context>(server, {
    ...shared,
    isAnonymous: ({ viewer }) => viewer === undefined,
    createContext: async (request, reply) => ({
      requestId: request.id,
      startedAt: performance.now(),
      ...authenticate(request.headers.authorization),
      address: proxies.addressOf(request.raw),
      instanceOf,
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
      instanceOf,
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
  { authenticate, proxies, news }: Around,
): Promise<void> {
  server.setErrorHandler(sendError);
  answerInTurn(server);
  takeTrailingSlash(server);
  guardPages(server);
  watchPreflights(server, ALLOWED_ORIGINS, proxies, news);
  cutSlowStrangers(
    server,
    patience,
    ({ headers }) => authenticate(headers.authorization).viewer !== undefined,
  );
  await server.register(fastifyCookie);
  await server.register(fastifyCors, {
    origin: ALLOWED_ORIGINS,
    credentials: true,
    strictPreflight: false, // an OPTIONS that is no preflight is answered too
  });
}

const upgradeReport =
  (metrics: Metrics, log: Log) =>
  (reason: RefusedUpgrade, request: IncomingMessage): void => {
    metrics.refusedUpgrades.inc({ reason });
    if (reason === 'origin') tellRefusedOrigin(log, request);
  };

type Authenticate = ReturnType<typeof authentication>;

const authentication =
  ({ tokens, revoked }: Parts) =>
  (authorization: unknown): Caller<Viewer> => {
    const caller = tokens.read(authorization);
    const sessionId = caller.viewer?.sessionId;
    return sessionId && revoked.has(sessionId) ? { refusal: 'The session has ended' } : caller;
  };

const cookieJar = (request: FastifyRequest, reply: FastifyReply, proxies: Proxies): Context['cookies'] => ({
  read: (name) => new Map(Object.entries(request.cookies)).get(name),
  write: (name, value, options) =>
    void reply.setCookie(name, value, { ...options, secure: proxies.isSecure(request.raw) }),
});

function observed(
  metrics: Parts['metrics'],
  { database, sockets, connections, feeds }: Parts,
): Parts['metrics'] {
  showDelivery(metrics, database);
  metrics.gauge('sockets', 'Sockets open here.', () => sockets.size);
  metrics.gauge('unread_bytes', 'Bytes that wait here for their readers.', () => connections.unread);
  metrics.gauge('feeds', 'Users who are followed here.', () => feeds.size.feeds);
  metrics.gauge('followers', 'Subscriptions that follow an inbox here.', () => feeds.size.followers);
  metrics.gauge('pool_connections', 'Connections to PostgreSQL.', () => database.load.open);
  metrics.gauge('pool_idle', 'Of these, those at rest.', () => database.load.idle);
  metrics.gauge('pool_waiting', 'Requests that wait for a connection.', () => database.load.waiting);
  return metrics;
}
