import { fastify } from 'fastify';
import type { Config } from './config.ts';
import { createFeatures } from './features.ts';
import { startHousekeeping } from './housekeeping.ts';
import { letGo } from './let-go.ts';
import { bringUpToDate } from './migrate.ts';
import { createPlatform } from './platform/platform.ts';
import { serverOptions, written } from './platform/http/http-server.ts';
import { listen } from './platform/http/listen.ts';
import { readClientPage } from './platform/http/pages/web-client.ts';
import { PATIENCE } from './platform/http/patience.ts';
import { Database } from './platform/postgres/database.ts';
import { Pulse } from './platform/postgres/pulse.ts';
import { shareConnections } from './platform/postgres/share-connections.ts';
import { serve, WEB_CLIENT } from './serve.ts';
import { providerName } from './sign-in-provider.ts';
import { startJobs } from './start-jobs.ts';
import { version } from './version.ts';

/** With a PostgreSQL that says nothing. It is longer than requests and jobs have to end, and leaves time for the rest. */
const PATIENCE_AT_END_MS = 10_000;

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
 * Brings the database up to date, starts every feature, and listens.
 * @param now its clock, for what depends on the time of the day
 * @param patience with requests that come slowly
 */
export async function startApp(
  config: Config,
  now: () => Date = () => new Date(),
  patience = PATIENCE,
): Promise<App> {
  const page = readClientPage(WEB_CLIENT, {
    demo: config.DEMO,
    imageHosts: config.IMAGE_HOSTS,
    signIn: { provider: providerName(config), passwords: config.PASSWORDS },
  });
  const server = fastify(serverOptions({ logLevel: config.LOG_LEVEL, patience, page }));
  const { log } = server;
  const onNews = (news: string) => log.debug(news);
  const url = config.DATABASE_URL;
  const connections = shareConnections(config);
  const database = await Database.connect({ url, poolSize: connections.requests, onNews });
  const migrations = await bringUpToDate(database, url, onNews);

  const platform = createPlatform(config, database, log);
  const features = createFeatures(config, platform, now);
  for (const { entities, gauges, prepare } of features.all) {
    if (entities) database.know(entities);
    for (const { name, help, read } of gauges ?? []) platform.metrics.gauge(name, help, read);
    await prepare?.();
  }
  const stopHousekeeping = startHousekeeping(database, features.all, platform.onTrouble);
  const pulse = new Pulse(database, url);
  const stopServing = await serve(server, config, { platform, features, page, patience, pulse });

  const environment = await environmentOf(database, config);

  // From here on nothing may fail any more: it is ready, and others count on it.
  const listening = await listen(server, { host: config.HOST, port: config.PORT, named: 'PORT' });
  const { port } = new URL(listening);
  const queue = { databaseUrl: url, connections: connections.jobs };
  const jobs = startJobs(platform, features.all, queue, port);
  log.info({ ...environment, url: listening, migrations }, 'started');
  return {
    url: listening,
    close: async () => {
      log.info('stopping');
      const { onTrouble } = platform;
      // What ends asks as well, one after the other, and each would wait for its own answer.
      const patience = setTimeout(() => database.abandon(), PATIENCE_AT_END_MS);
      await Promise.all([letGo([stopServing], onTrouble), letGo([() => jobs.close()], onTrouble)]);
      const rest = [
        ...features.all.map(
          ({ close }) =>
            () =>
              close?.(),
        ),
        () => stopHousekeeping(),
        () => pulse.stop(),
        () => platform.pubSub.close(),
        () => platform.limits.close(),
        () => database.close(),
      ];
      await letGo(rest, onTrouble);
      clearTimeout(patience);
      log.info('stopped');
      await written(log);
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
