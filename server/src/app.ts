import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import { startHousekeeping } from './housekeeping.ts';
import { showDelivery } from './delivery/delivery-gauges.ts';
import { startDelivery } from './delivery/start-delivery.ts';
import { serveUnsubscribe } from './delivery/unsubscribe.ts';
import { createParts, type Parts } from './parts.ts';
import { Documents } from './platform/documents.ts';
import { serveExplorer } from './platform/explorer.ts';
import { serveGraphqlOverHttp } from './platform/graphql-http.ts';
import { serveGraphqlOverSocket } from './platform/graphql-socket.ts';
import { serveHealth } from './platform/health.ts';
import { closeServer, sendError, serverOptions, takeTrailingSlash } from './platform/http-server.ts';
import { migrateJobs } from './platform/jobs.ts';
import { serveMetrics } from './platform/metrics-page.ts';
import { isAllowedOrigin } from './platform/origins.ts';
import { guardPages } from './platform/page-policy.ts';
import type { Page } from './platform/page.ts';
import { cutSlowStrangers, PATIENCE, type Patience } from './platform/patience.ts';
import { Proxies } from './platform/proxies.ts';
import { nextRequestId } from './platform/request-id.ts';
import { readClientPage, serveWebClient } from './platform/web-client.ts';
import { createSchema } from './schema.ts';
import { createDemoAccounts } from './sessions/demo-accounts.ts';
import { authorization } from './users/authorization.ts';
import type { Context } from './users/context.ts';
import type { Viewer } from './users/viewer.ts';

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
  await database.migrate();
  await migrateJobs(database);
  if (config.DEMO) await createDemoAccounts(database);

  const parts = createParts(config, database, onTrouble);
  const { revoked, feeds, preferencesFeeds, pubSub, limits } = parts;
  await revoked.start();
  feeds.start();
  preferencesFeeds.start();
  const stopHousekeeping = startHousekeeping(database, onTrouble);
  const stopServing = await serve(server, config, parts, { page, patience });

  const url = await server.listen({ host: config.HOST, port: config.PORT });
  const stopDelivery = startDelivery(config, parts, { now, port: new URL(url).port, onTrouble });
  return {
    url,
    close: async () => {
      await Promise.all([stopServing(), stopDelivery()]);
      feeds.stop();
      preferencesFeeds.stop();
      revoked.stop();
      stopHousekeeping();
      await pubSub.close();
      limits.close();
      await database.close();
    },
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
  const { database, instances, metrics, sockets, users } = parts;
  const { catalogue, preferencesFeeds, unsubscribeTokens } = parts;
  const schema = createSchema(instances, authorization(users));
  const documents = new Documents(schema, { introspection: config.INTROSPECTION });
  const logFailure = (failure: { err: unknown; requestId: string }) =>
    server.log.error(failure, 'request failed');
  const authenticate = authentication(parts);
  const proxies = new Proxies(config.TRUST_PROXY);
  const instanceOf: Context['instanceOf'] = (resolver) => instances.get(resolver) as never;

  await prepare(server, config, patience, authenticate);
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
    logFailure,
    createContext: async (request, reply) => ({
      requestId: request.id,
      viewer: authenticate(request.headers.authorization),
      address: proxies.addressOf(request.raw),
      instanceOf,
      cookies: cookieJar(request, reply, proxies),
    }),
  });
  const stopSockets = serveGraphqlOverSocket<Viewer>(server.server, {
    schema,
    documents,
    sockets,
    logFailure,
    authenticate,
    createContext: (viewer, address): Context => ({
      requestId: nextRequestId(),
      viewer,
      address,
      instanceOf,
    }),
    isAllowedOrigin: (request) => isAllowedOrigin(request, config.ALLOWED_ORIGINS, proxies),
    addressOf: (request) => proxies.addressOf(request),
  });
  return async () => {
    health.turn();
    await stopSockets();
    await closeServer(server);
    await stopHttp();
    await stopMetrics();
  };
}

/** What holds for every request, whichever route takes it. */
async function prepare(
  server: FastifyInstance,
  { ALLOWED_ORIGINS }: Config,
  patience: Patience,
  authenticate: (header: unknown) => Viewer | undefined,
): Promise<void> {
  server.setErrorHandler(sendError);
  takeTrailingSlash(server);
  guardPages(server);
  cutSlowStrangers(server, patience, ({ headers }) => authenticate(headers.authorization) !== undefined);
  await server.register(fastifyCookie);
  await server.register(fastifyCors, {
    origin: ALLOWED_ORIGINS,
    credentials: true,
    strictPreflight: false, // an OPTIONS that is no preflight is answered too
  });
}

const authentication =
  ({ tokens, revoked }: Parts) =>
  (header: unknown): Viewer | undefined => {
    const viewer = tokens.read(header);
    return viewer?.sessionId && revoked.has(viewer.sessionId) ? undefined : viewer;
  };

const cookieJar = (request: FastifyRequest, reply: FastifyReply, proxies: Proxies): Context['cookies'] => ({
  read: (name) => request.cookies[name],
  write: (name, value, options) =>
    void reply.setCookie(name, value, { ...options, secure: proxies.isSecure(request.raw) }),
});

function observed(metrics: Parts['metrics'], { database, sockets, feeds }: Parts): Parts['metrics'] {
  const { pool } = database;
  showDelivery(metrics, database);
  metrics.gauge('sockets', 'Sockets open here.', () => sockets.size);
  metrics.gauge('feeds', 'Users who are followed here.', () => feeds.size.feeds);
  metrics.gauge('followers', 'Subscriptions that follow an inbox here.', () => feeds.size.followers);
  metrics.gauge('pool_connections', 'Connections to PostgreSQL.', () => pool.totalCount);
  metrics.gauge('pool_idle', 'Of these, those at rest.', () => pool.idleCount);
  metrics.gauge('pool_waiting', 'Requests that wait for a connection.', () => pool.waitingCount);
  return metrics;
}
