import pg from 'pg';
import type * as app from '../../src/app.ts';
import type * as config from '../../src/config.ts';
import type { Patience } from '../../src/platform/http/patience.ts';
import { post, type Answer } from './client.ts';
import { createDatabase } from './services/database.ts';
import { METRICS_TOKEN } from './metrics.ts';
import { closeSockets } from './socket.ts';
import { SECRET } from './token.ts';

declare global {
  /** See jest/server-environment.js. */
  function importBuilt(name: 'app'): Promise<typeof app>;
  function importBuilt(name: 'config'): Promise<typeof config>;
}

export type Settings = Record<string, string>;

/** Whatever answers GraphQL requests, in this process or in one of its own. */
export interface Answering {
  url: string;
  /** A GraphQL request over HTTP. */
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: object,
    token?: string,
  ): Promise<Answer<Data>>;
}

/** One replica in this process, on a real port and a real database. */
export interface TestServer extends Answering {
  /** The replica alone, to be closed before its time. */
  app: app.App;
  databaseUrl: string;
  /** One statement past the server, right on its database. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** What a server needs to know at least; a test adds what it is about. */
export const settingsOf = (databaseUrl: string, more: Settings = {}): Settings => ({
  HOST: '127.0.0.1',
  PORT: '0', // any that is free
  DATABASE_URL: databaseUrl,
  JWT_SECRET: SECRET,
  LOG_LEVEL: 'silent',
  METRICS_TOKEN,
  ...more,
});

export const redisUrl = (): string => process.env.CARILLON_TEST_REDIS_URL!;
export const withRedis = (): Settings => ({ REDIS_URL: redisUrl() });

/**
 * Starts a replica on a fresh database, or on the one of another replica. Pub/sub in process unless told otherwise.
 * @param now its clock, for what depends on the time of the day
 * @param patience with requests that come slowly
 */
export async function startServer(
  settings: Settings = {},
  databaseUrl?: string,
  now?: () => Date,
  patience?: Patience,
): Promise<TestServer> {
  const own = databaseUrl === undefined ? await createDatabase() : undefined;
  const url = databaseUrl ?? own!.url;
  const { startApp } = await importBuilt('app');
  const { readConfig } = await importBuilt('config');
  const app = await startApp(readConfig(settingsOf(url, settings)), now, patience);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= app.close());
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  return {
    app: { url: app.url, close },
    url: app.url,
    databaseUrl: url,
    ask: (query, variables, token) => post(app.url, query, variables, token),
    sql: async <Row>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as Row[],
    close: async () => {
      await closeSockets();
      await close();
      await pool.end();
      await own?.drop();
    },
  };
}
