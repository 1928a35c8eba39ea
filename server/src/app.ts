import { fastify, type FastifyReply, type FastifyRequest } from 'fastify';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationReader } from './applications/application.reader.ts';
import { ApplicationResolver, NotificationSubjectResolver } from './applications/application.resolver.ts';
import { ApplicationService } from './applications/application.service.ts';
import { applicationTypes } from './applications/application.wording.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import { startHousekeeping } from './housekeeping.ts';
import { InboxChangeLog } from './inbox/inbox.change-log.ts';
import { InboxResolver } from './inbox/inbox.resolver.ts';
import { InboxService } from './inbox/inbox.service.ts';
import { LiveResolver } from './inbox/live.resolver.ts';
import type { NotificationRow } from './inbox/notification.row.ts';
import {
  InboxCountsResolver,
  NotificationConnectionResolver,
  NotificationEdgeResolver,
  NotificationResolver,
} from './inbox/notification.resolver.ts';
import { Epoch } from './live/epoch.ts';
import { Feeds } from './live/feeds.ts';
import { NodeResolver } from './node.resolver.ts';
import { SendResolver } from './notifications/send.resolver.ts';
import { SendService } from './notifications/send.service.ts';
import { Cursors } from './platform/cursor.ts';
import type { Database } from './platform/database.ts';
import { Documents } from './platform/documents.ts';
import { serveGraphqlOverHttp } from './platform/graphql-http.ts';
import { serveGraphqlOverSocket } from './platform/graphql-socket.ts';
import { InProcessPubSub } from './platform/in-process-pub-sub.ts';
import { serveExplorer } from './platform/explorer.ts';
import { serveHealth } from './platform/health.ts';
import { serverOptions } from './platform/http-server.ts';
import { isAllowedOrigin } from './platform/origins.ts';
import { RateLimits } from './platform/rate-limit.ts';
import { RedisPubSub } from './platform/redis-pub-sub.ts';
import { Sockets } from './platform/sockets.ts';
import { serveWebClient } from './platform/web-client.ts';
import { createSchema, type Instances } from './schema.ts';
import { AccessTokens } from './sessions/access-token.ts';
import { createDemoAccounts } from './sessions/demo-accounts.ts';
import { RevokedSessions } from './sessions/revoked-sessions.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import { SessionService } from './sessions/session.service.ts';
import { authorization } from './users/authorization.ts';
import type { Context } from './users/context.ts';
import { UserResolver } from './users/user.resolver.ts';
import { UserService } from './users/user.service.ts';
import type { Viewer } from './users/viewer.ts';

/** One replica of Carillon. */
export interface App {
  /** Where it listens, as `http://host:port`. */
  readonly url: string;
  /** Stops accepting, lets running requests finish, tells sockets to come back elsewhere (1012), lets go of everything. */
  close(): Promise<void>;
}

/** The composition root: builds every part, connects them, migrates the database and listens. */
export async function startApp(config: Config): Promise<App> {
  const server = fastify(serverOptions(config));
  const { log } = server;
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'will try again');

  const database = await openDatabase(config, (message) => log.debug(message));
  await database.migrate();
  if (config.DEMO) await createDemoAccounts(database);

  const pubSub = config.REDIS_URL ? new RedisPubSub(config.REDIS_URL, onTrouble) : new InProcessPubSub();
  const limits = new RateLimits(config.REDIS_URL);
  const sockets = new Sockets();
  const epoch = new Epoch(database);
  const changes = new InboxChangeLog(database);
  const feeds = new Feeds<NotificationRow>(pubSub, changes, onTrouble);
  const tokens = new AccessTokens({
    secret: config.JWT_SECRET,
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
  });
  const revoked = new RevokedSessions(database, pubSub, sockets, onTrouble);
  const users = new UserService(database);
  const instances = createResolvers({
    config,
    database,
    epoch,
    changes,
    feeds,
    users,
    tokens,
    revoked,
    limits,
  });
  const schema = createSchema(instances, authorization(users));

  await epoch.load();
  await revoked.start();
  feeds.start();
  const stopHousekeeping = startHousekeeping(database, onTrouble);

  const authenticate = (authorizationHeader: unknown): Viewer | undefined => {
    const viewer = tokens.read(authorizationHeader);
    return viewer?.sessionId && revoked.has(viewer.sessionId) ? undefined : viewer;
  };
  const instanceOf: Context['instanceOf'] = (resolver) => instances.get(resolver) as never;
  const documents = new Documents(schema, { introspection: config.INTROSPECTION });
  const logFailure = (failure: { err: unknown; requestId: string }) => log.error(failure, 'request failed');

  await server.register(fastifyCookie);
  await server.register(fastifyCors, { origin: config.ALLOWED_ORIGINS, credentials: true });
  const stopHttp = await serveGraphqlOverHttp<Context>(server, {
    schema,
    documents,
    logFailure,
    createContext: async (request, reply) => httpContext(request, reply, authenticate, instanceOf),
  });
  await serveExplorer(server);
  await serveWebClient(server, { demo: config.DEMO });
  serveHealth(server, () => database.query('select 1'));
  const stopSockets = serveGraphqlOverSocket<Viewer>(server.server, {
    schema,
    documents,
    logFailure,
    authenticate: async (header) => authenticate(header),
    onOpen: (viewer, socket) => viewer.sessionId && sockets.add(viewer.sessionId, socket),
    createContext: async (viewer, request) => ({
      requestId: uuidv7(),
      viewer,
      address: request.socket.remoteAddress ?? '',
      instanceOf,
    }),
    isAllowedOrigin: (request) => isAllowedOrigin(request, config.ALLOWED_ORIGINS),
  });

  const url = await server.listen({ host: config.HOST, port: config.PORT });
  return {
    url,
    close: async () => {
      feeds.stop();
      revoked.stop();
      stopHousekeeping();
      await stopSockets();
      await server.close();
      await stopHttp();
      await pubSub.close();
      limits.close();
      await database.close();
    },
  };
}

function httpContext(
  request: FastifyRequest,
  reply: FastifyReply,
  authenticate: (header: unknown) => Viewer | undefined,
  instanceOf: Context['instanceOf'],
): Context {
  return {
    requestId: request.id,
    viewer: authenticate(request.headers.authorization),
    address: request.ip,
    instanceOf,
    cookies: {
      read: (name) => request.cookies[name],
      write: (name, value, options) =>
        void reply.setCookie(name, value, { ...options, secure: request.protocol === 'https' }),
    },
  };
}

interface Parts {
  config: Config;
  database: Database;
  epoch: Epoch;
  changes: InboxChangeLog;
  feeds: Feeds<NotificationRow>;
  users: UserService;
  tokens: AccessTokens;
  revoked: RevokedSessions;
  limits: RateLimits;
}

function createResolvers(parts: Parts): Instances {
  const { config, database, epoch, changes, feeds, users, tokens, revoked, limits } = parts;
  const cursors = new Cursors(config.JWT_SECRET);
  const announce = feeds.announce.bind(feeds);
  const inboxes = new InboxService(database, announce);
  const sender = new SendService(database, announce, applicationTypes);
  const reader = new ApplicationReader(database, cursors);
  const applications = new ApplicationService(database, users, sender);
  const sessions = new SessionService(database, tokens, revoked, limits);
  const instances = [
    new ApplicationResolver(applications, reader, users),
    new SendResolver(sender),
    new NotificationSubjectResolver(reader),
    new NotificationResolver(changes),
    new NotificationConnectionResolver(database, cursors),
    new NotificationEdgeResolver(cursors),
    new InboxResolver(database, changes, inboxes),
    new InboxCountsResolver(epoch),
    new LiveResolver(feeds, changes, epoch),
    new SessionResolver(sessions),
    new UserResolver(users),
    new NodeResolver(inboxes, changes, reader),
  ];
  return new Map(instances.map((instance) => [instance.constructor, instance]));
}
