import 'reflect-metadata';
import { fastify } from 'fastify';
import type { Config } from './config.ts';
import { openDatabase, shareConnections } from './database.ts';
import { startHousekeeping } from './housekeeping.ts';
import { startDelivery } from './email/start-emails.ts';
import { bringUpToDate } from './migrate.ts';
import { createParts } from './parts.ts';
import type { Database } from './platform/postgres/database.ts';
import { serverOptions } from './platform/http/http-server.ts';
import { PATIENCE } from './platform/http/patience.ts';
import { Pulse } from './platform/postgres/pulse.ts';
import { readClientPage } from './platform/http/pages/web-client.ts';
import { writeZones } from './preferences/zone-offsets.ts';
import { serve, WEB_CLIENT } from './serve.ts';
import { createDemoAccounts } from './sessions/demo-accounts.ts';
import { version } from './version.ts';

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
  const onNews = (news: string) => log.debug(news);
  const connections = shareConnections(config);
  const database = await openDatabase(config.DATABASE_URL, connections.requests, onNews);
  const migrations = await bringUpToDate(database, config.DATABASE_URL, onNews);
  await writeZones(database);
  const environment = await environmentOf(database, config);
  if (config.DEMO) await createDemoAccounts(database);

  const parts = createParts(config, database, log);
  const { revoked, feeds, preferencesFeeds, pubSub, limits } = parts;
  await revoked.start();
  feeds.start();
  preferencesFeeds.start();
  const stopHousekeeping = startHousekeeping(database, onTrouble);
  const pulse = new Pulse(database, config.DATABASE_URL);
  const stopServing = await serve(server, config, parts, { page, patience, pulse });

  const url = await server.listen({ host: config.HOST, port: config.PORT });
  const { port } = new URL(url);
  const stopDelivery = startDelivery(config, parts, { connections: connections.jobs, now, port, onTrouble });
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
      pulse.stop();
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
