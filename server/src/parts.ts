import { ApplicationReader } from './applications/application.reader.ts';
import { ApplicationResolver, NotificationSubjectResolver } from './applications/application.resolver.ts';
import { ApplicationService } from './applications/application.service.ts';
import { MutedApplicationResolver, MutedApplicationsResolver } from './applications/muting.resolver.ts';
import { applicationTypes } from './applications/application.notification-types.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import type { EmailSetup } from './catalogue/email-setup.ts';
import type { Config } from './config.ts';
import { DeliveryReader } from './delivery/delivery.reader.ts';
import { DeliveryResolver } from './delivery/delivery.resolver.ts';
import { FailedEmailResolver } from './email/failed-email.resolver.ts';
import { FailedEmailService } from './email/failed-email.service.ts';
import { UnsubscribeTokens } from './email/unsubscribe/token.ts';
import { Settling } from './delivery/settling.ts';
import { SettlingResolver } from './delivery/settling.resolver.ts';
import { releaseHeld } from './delivery/release-held.ts';
import { InboxChangeLog } from './inbox/inbox.change-log.ts';
import { InboxResolver } from './inbox/inbox.resolver.ts';
import { InboxService } from './inbox/inbox.service.ts';
import { LiveResolver } from './live/live.resolver.ts';
import {
  InboxCountsResolver,
  NotificationConnectionResolver,
  NotificationEdgeResolver,
  NotificationResolver,
} from './inbox/notification.resolver.ts';
import { Feeds } from './live/feeds.ts';
import { NodeResolver } from './node.resolver.ts';
import { MutedApplications } from './preferences/muted-applications.ts';
import { PreferencesFeeds } from './preferences/preferences-feeds.ts';
import { PreferencesReader } from './preferences/preferences.reader.ts';
import { PreferencesResolver } from './preferences/preferences.resolver.ts';
import { PreferencesService } from './preferences/preferences.service.ts';
import { SendResolver } from './sending/send.resolver.ts';
import { SendService } from './sending/send.service.ts';
import { BoundedLog, type Log } from './platform/bounded-log.ts';
import { Cursors } from './platform/graphql/cursor.ts';
import { Connections } from './platform/graphql/transport/connections.ts';
import type { Database } from './platform/postgres/database.ts';
import { InProcessPubSub } from './platform/broker/in-process-pub-sub.ts';
import { Metrics } from './platform/metrics.ts';
import { RateLimits } from './platform/broker/rate-limit.ts';
import { RedisPubSub } from './platform/broker/redis-pub-sub.ts';
import { Secrets } from './platform/secrets.ts';
import { Sockets } from './platform/graphql/transport/sockets.ts';
import type { Instances } from './schema.ts';
import { AccessTokens } from './sessions/access-token.ts';
import { KnownDevices } from './sessions/known-devices.ts';
import { RevokedSessions } from './sessions/revoked-sessions.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import { SessionService } from './sessions/session.service.ts';
import { SignInLimits } from './sessions/sign-in-limits.ts';
import { SignInReport } from './sessions/sign-in-report.ts';
import { UserResolver } from './users/user.resolver.ts';
import { UserService } from './users/user.service.ts';

const OPERATIONS_PER_SOCKET = 50;

type Services = ReturnType<typeof createServices>;
export type Parts = Services & { instances: Instances };

/** Builds every part of one replica and connects them. Nothing runs yet. */
export function createParts(config: Config, database: Database, log: Log): Parts {
  const services = createServices(config, database, log);
  return { ...services, instances: createResolvers(config, services) };
}

function createServices(config: Config, database: Database, log: Log) {
  const metrics = new Metrics();
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'will try again');
  const onBrokerFailure = (error: Error) => {
    metrics.brokerFailures.inc();
    onTrouble(error);
  };
  const pubSub = config.REDIS_URL
    ? new RedisPubSub(config.REDIS_URL, onBrokerFailure)
    : new InProcessPubSub();
  const sockets = new Sockets(
    { perUser: config.SOCKETS_PER_USER, operations: OPERATIONS_PER_SOCKET },
    metrics,
  );
  const connections = new Connections(metrics);
  const changes = new InboxChangeLog(database);
  const feeds = new Feeds(pubSub, changes, metrics, onTrouble);
  const secrets = new Secrets(config.JWT_SECRET, config.JWT_SECRET_PREVIOUS);
  const tokens = new AccessTokens(secrets, {
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
  });
  const revoked = new RevokedSessions(database, pubSub, sockets, onTrouble);
  const users = new UserService(database);
  const limits = new RateLimits(config.REDIS_URL);
  const catalogue = new Catalogue(applicationTypes);
  const unsubscribeTokens = new UnsubscribeTokens(secrets);
  const preferences = new PreferencesReader(database, catalogue, emailSetupOf(config));
  const preferencesFeeds = new PreferencesFeeds(pubSub, preferences, onTrouble);
  return {
    ...{ database, pubSub, metrics, sockets, connections, changes, feeds, tokens, revoked, users, limits },
    signInReport: new SignInReport(secrets, metrics, new BoundedLog(log)),
    ...{ catalogue, preferences, preferencesFeeds, unsubscribeTokens, secrets },
  };
}

function createResolvers(
  config: Config,
  { database, changes, feeds, tokens, revoked, users, limits, ...services }: Services,
): Instances {
  const cursors = new Cursors(services.secrets);
  const announce = feeds.announce.bind(feeds);
  const { catalogue, preferences, preferencesFeeds } = services;
  const inboxes = new InboxService(database, announce);
  const sender = new SendService(database, announce, { catalogue, email: emailSetupOf(config) });
  const reader = new ApplicationReader(database, cursors);
  const settling = new Settling(database, announce);
  const applications = new ApplicationService(database, users, sender, settling);
  const devices = new KnownDevices(services.secrets);
  const signIns = new SignInLimits(limits, services.signInReport);
  const sessions = new SessionService(database, tokens, revoked, devices, signIns);
  const choosing = new PreferencesService(database, catalogue, {
    announce: preferencesFeeds.announce.bind(preferencesFeeds),
    onRelaxed: releaseHeld,
  });
  const muted = new MutedApplications(database);
  const resolvers = [
    new ApplicationResolver(applications, reader, users),
    new MutedApplicationResolver(muted),
    new MutedApplicationsResolver(muted, reader),
    new SendResolver(sender),
    new PreferencesResolver(preferences, choosing, preferencesFeeds),
    new NotificationSubjectResolver(reader),
    new SettlingResolver(settling),
    new DeliveryResolver(new DeliveryReader(database, catalogue)),
    new FailedEmailResolver(new FailedEmailService(database, cursors)),
    new NotificationResolver(changes),
    new NotificationConnectionResolver(database, cursors),
    new NotificationEdgeResolver(cursors),
    new InboxResolver(database, changes, inboxes),
    new InboxCountsResolver(),
    new LiveResolver(feeds, changes),
    new SessionResolver(sessions),
    new UserResolver(users),
    new NodeResolver(inboxes, changes, reader, preferences),
  ];
  return new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
}

const emailSetupOf = (config: Config): EmailSetup => ({
  isSetUp: config.SMTP_URL !== undefined,
  afterMinutes: config.EMAIL_AFTER_MINUTES,
});
