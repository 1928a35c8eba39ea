import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import { startHousekeeping } from './housekeeping.ts';
import { showDelivery } from './delivery/delivery-gauges.ts';
import { startDelivery } from './delivery/start-delivery.ts';
import { serveUnsubscribe } from './delivery/unsubscribe.ts';
import { migrateAll } from './migrate.ts';
import { createParts, type Parts } from './parts.ts';
import { BoundedLog, type Log } from './platform/bounded-log.ts';
import type { Caller } from './platform/caller.ts';
import type { Database } from './platform/database.ts';
import { Documents } from './platform/documents.ts';
import { serveExplorer } from './platform/explorer.ts';
import { serveGraphqlOverHttp } from './platform/graphql-http.ts';
import { serveGraphqlOverSocket, type RefusedUpgrade } from './platform/graphql-socket.ts';
import { serveHealth } from './platform/health.ts';
import { closeServer, sendError, serverOptions, takeTrailingSlash } from './platform/http-server.ts';
import { answerInTurn } from './platform/pipelining.ts';
import { serveMetrics } from './platform/metrics-page.ts';
import type { Metrics } from './platform/metrics.ts';
import { isAllowedOrigin } from './platform/origins.ts';
import { guardPages } from './platform/page-policy.ts';
import type { Page } from './platform/page.ts';
import { cutSlowStrangers, PATIENCE, type Patience } from './platform/patience.ts';
import { Proxies } from './platform/proxies.ts';
import { tellRefusedOrigin, watchPreflights } from './platform/refused-origins.ts';
import { nextRequestId } from './platform/request-id.ts';
import { readClientPage, serveWebClient } from './platform/web-client.ts';
import { createSchema } from './schema.ts';
import { authorizationOf } from './sessions/connection-params.ts';
import { createDemoAccounts } from './sessions/demo-accounts.ts';
import { authorization } from './users/authorization.ts';
import type { Context } from './users/context.ts';
import type { Viewer } from './users/viewer.ts';
import { version } from './version.ts';

// The same way up from src and from dist.
const WEB_CLIENT = fileURLToPath(new URL('../../client/dist/', import.meta.url));
const EXPLORER = fileURLToPath(new URL('../dist/explorer/', import.meta.url));

/** One replica of Carillon. */
export interface App {
  /** Where it listens, as `http://host:port`. */
  readonly url: string;
  /**
   * Turns `/readyz`, accepts no new sockets, sends the others elsewhere (1012), lets running requests finish, and
   * lets go of everything.
   */
  close(): Promise<void>;
}

/**
 * Brings the database up to date, starts every part, and listens.
 * @param now its clock, for what depends on the time of the day
 * @param patience with requests that come slowly
 */
export async function startApp(
  config: Config,
  now: () => Date = () => new Date(),
  patience = PATIENCE,
): Promise<App> {
  const page = readClientPage(WEB_CLIENT, { demo: config.DEMO });
  const server = fastify(serverOptions({ logLevel: config.LOG_LEVEL, patience, page }));
  const { log } = server;
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'will try again');
  const database = await openDatabase(config, (news) => log.debug(news));
  const migrations = await migrateAll(database);
  const environment = await environmentOf(database, config);
  if (config.DEMO) await createDemoAccounts(database);

  const parts = createParts(config, database, log);
  const { revoked, feeds, preferencesFeeds, pubSub, limits } = parts;
  await revoked.start();
  feeds.start();
  preferencesFeeds.start();
  const stopHousekeeping = startHousekeeping(database, onTrouble);
  const stopServing = await serve(server, config, parts, { page, patience });

  const url = await server.listen({ host: config.HOST, port: config.PORT });
  const stopDelivery = startDelivery(config, parts, { now, port: new URL(url).port, onTrouble });
  log.info({ ...environment, url, migrations }, 'started');
  return {
    url,
    close: async () => {
      log.info('stopping');
      await Promise.all([stopServing(), stopDelivery()]);
      feeds.stop();
      preferencesFeeds.stop();
      revoked.stop();
      stopHousekeeping();
      await pubSub.close();
      limits.close();
      await database.close();
      log.info('stopped');
    },
  };
}

/** What an operator wants to know when they read of a start. */
async function environmentOf(database: Database, { REDIS_URL, SMTP_URL }: Config): Promise<object> {
  const [found] = await database.query<{ server_version: string }>('show server_version');
  return {
    version,
    node: process.versions.node,
    postgresql: found!.server_version,
    hasRedis: REDIS_URL !== undefined,
    sendsEmails: SMTP_URL !== undefined,
  };
}

interface Serving {
  page: Page | undefined;
  patience: Patience;
}

/** Everything on the one port. Returns what ends it. */
async function serve(
  server: FastifyInstance,
  config: Config,
  parts: Parts,
  { page, patience }: Serving,
): Promise<() => Promise<void>> {
  const { database, instances, metrics, sockets, connections, users } = parts;
  const { catalogue, preferencesFeeds, unsubscribeTokens } = parts;
  const schema = createSchema(instances, authorization(users));
  const documents = new Documents(schema, { introspection: config.INTROSPECTION });
  const logFailure = (failure: { err: unknown; requestId: string }) =>
    server.log.error(failure, 'request failed');
  const authenticate = authentication(parts);
  const proxies = new Proxies(config.TRUST_PROXY);
  const instanceOf: Context['instanceOf'] = (resolver) => instances.get(resolver) as never;
  const news = new BoundedLog(server.log);

  connections.watch(server.server);
  await prepare(server, config, patience, { authenticate, proxies, news });
  const health = serveHealth(server, () => database.query('select 1'));
  const apart = serverOptions({ logLevel: config.LOG_LEVEL, patience, page: undefined });
  const stopMetrics = await serveMetrics(server, config, observed(metrics, parts), apart);
  await serveExplorer(server, { built: EXPLORER });
  const announce = preferencesFeeds.announce.bind(preferencesFeeds);
  await serveUnsubscribe(server, { database, catalogue, tokens: unsubscribeTokens, announce });
  await serveWebClient(server, { folder: WEB_CLIENT, page });
  const stopHttp = await serveGraphqlOverHttp<Context>(server, {
    schema,
    documents,
    connections,
    logFailure,
    operations: metrics.operations,
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
    schema,
    documents,
    sockets,
    connections,
    logFailure,
    operations: metrics.operations,
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
  return async () => {
    health.turn();
    await stopSockets();
    await closeServer(server);
    await stopHttp();
    await stopMetrics();
    connections.stop();
  };
}

/** What holds for every request, whichever route takes it. */
async function prepare(
  server: FastifyInstance,
  { ALLOWED_ORIGINS }: Config,
  patience: Patience,
  { authenticate, proxies, news }: { authenticate: Authenticate; proxies: Proxies; news: Log },
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
  const { pool } = database;
  showDelivery(metrics, database);
  metrics.gauge('sockets', 'Sockets open here.', () => sockets.size);
  metrics.gauge('unread_bytes', 'Bytes that wait here for their readers.', () => connections.unread);
  metrics.gauge('feeds', 'Users who are followed here.', () => feeds.size.feeds);
  metrics.gauge('followers', 'Subscriptions that follow an inbox here.', () => feeds.size.followers);
  metrics.gauge('pool_connections', 'Connections to PostgreSQL.', () => pool.totalCount);
  metrics.gauge('pool_idle', 'Of these, those at rest.', () => pool.idleCount);
  metrics.gauge('pool_waiting', 'Requests that wait for a connection.', () => pool.waitingCount);
  return metrics;
}
