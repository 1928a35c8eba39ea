import 'reflect-metadata';
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
import { closeServer, serverOptions } from './platform/http-server.ts';
import { migrateJobs } from './platform/jobs.ts';
import { serveMetrics } from './platform/metrics-page.ts';
import { isAllowedOrigin } from './platform/origins.ts';
import { nextRequestId } from './platform/request-id.ts';
import { serveWebClient } from './platform/web-client.ts';
import { writeZones } from './preferences/zone-offsets.ts';
import { createSchema } from './schema.ts';
import { createDemoAccounts } from './sessions/demo-accounts.ts';
import { authorization } from './users/authorization.ts';
import type { Context } from './users/context.ts';
import type { Viewer } from './users/viewer.ts';

// The same way up from src and from dist.
const WEB_CLIENT = new URL('../../client/dist/', import.meta.url);

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

/** Brings the database up to date, starts every part, and listens. */
export async function startApp(config: Config, now: () => Date = () => new Date()): Promise<App> {
  const server = fastify(serverOptions(config));
  const { log } = server;
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'will try again');
  const database = await openDatabase(config, (news) => log.debug(news));
  await database.migrate();
  await migrateJobs(database);
  await writeZones(database);
  if (config.DEMO) await createDemoAccounts(database);

  const parts = createParts(config, database, onTrouble);
  const { revoked, feeds, preferencesFeeds, pubSub, limits } = parts;
  await revoked.start();
  feeds.start();
  preferencesFeeds.start();
  const stopHousekeeping = startHousekeeping(database, onTrouble);
  const stopServing = await serve(server, config, parts);

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

/** Everything on the one port. Returns what ends it. */
async function serve(server: FastifyInstance, config: Config, parts: Parts): Promise<() => Promise<void>> {
  const { database, instances, metrics, sockets, users } = parts;
  const { catalogue, preferencesFeeds, unsubscribeTokens } = parts;
  const schema = createSchema(instances, authorization(users));
  const documents = new Documents(schema, { introspection: config.INTROSPECTION });
  const logFailure = (failure: { err: unknown; requestId: string }) =>
    server.log.error(failure, 'request failed');
  const authenticate = authentication(parts);
  const instanceOf: Context['instanceOf'] = (resolver) => instances.get(resolver) as never;

  await server.register(fastifyCookie);
  await server.register(fastifyCors, { origin: config.ALLOWED_ORIGINS, credentials: true });
  const health = serveHealth(server, () => database.query('select 1'));
  const stopMetrics = await serveMetrics(server, config, observed(metrics, parts));
  await serveExplorer(server);
  const announce = preferencesFeeds.announce.bind(preferencesFeeds);
  await serveUnsubscribe(server, { database, catalogue, tokens: unsubscribeTokens, announce });
  await serveWebClient(server, { build: WEB_CLIENT, demo: config.DEMO });
  const stopHttp = await serveGraphqlOverHttp<Context>(server, {
    schema,
    documents,
    logFailure,
    createContext: async (request, reply) => ({
      requestId: request.id,
      viewer: authenticate(request.headers.authorization),
      address: request.ip,
      instanceOf,
      cookies: cookieJar(request, reply),
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
    isAllowedOrigin: (request) => isAllowedOrigin(request, config.ALLOWED_ORIGINS),
  });
  return async () => {
    health.turn();
    await stopSockets();
    await closeServer(server);
    await stopHttp();
    await stopMetrics();
  };
}

const authentication =
  ({ tokens, revoked }: Parts) =>
  (header: unknown): Viewer | undefined => {
    const viewer = tokens.read(header);
    return viewer?.sessionId && revoked.has(viewer.sessionId) ? undefined : viewer;
  };

const cookieJar = (request: FastifyRequest, reply: FastifyReply): Context['cookies'] => ({
  read: (name) => request.cookies[name],
  write: (name, value, options) =>
    void reply.setCookie(name, value, { ...options, secure: request.protocol === 'https' }),
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
