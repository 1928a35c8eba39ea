import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { startMailCatcher, type MailCatcher } from '../../local/mail/mail-catcher.ts';
import { startApp, type App } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { createFeatures } from '../../src/features.ts';
import { clean, sweep } from '../../src/housekeeping.ts';
import type { Feature } from '../../src/platform/feature.ts';
import { createPlatform } from '../../src/platform/platform.ts';
import { Database } from '../../src/platform/postgres/database.ts';
import { SECRET } from '../contenders/token.ts';
import { age } from './age.ts';
import { measure, type Figures } from './figures.ts';
import { Month } from './month.ts';

const HOURS_A_MONTH = 30 * 24;
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** One replica with all that it has: readers with e-mail addresses and browsers, a mail server, a service with a webhook. */
export class Simulation {
  private constructor(
    private readonly outside: string,
    private readonly app: App,
    private readonly mails: MailCatcher,
    private readonly receiver: Server,
    private readonly client: Client,
    private readonly database: Database,
    private readonly features: readonly Feature[],
  ) {}

  static async open(databaseUrl: string): Promise<Simulation> {
    const mails = await startMailCatcher(0);
    const receiver = createServer((request, response) => {
      request.resume();
      response.writeHead(204).end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    // It takes webhooks and pushes alike.
    const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const config = configOf(databaseUrl, mails.smtpUrl, host);
    const app = await startApp(config);
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const database = await Database.connect({ url: databaseUrl, poolSize: 2 });
    const features = housekeepersOf(config, database);
    const outside = `http://${host}/`;
    await Month.prepare(app.url, outside);
    return new Simulation(outside, app, mails, receiver, client, database, features);
  }

  /** The work of a month at one moment; then all of it grows older by a month, and what is past its time is removed. */
  async passMonth(number: number): Promise<Figures> {
    await new Month(this.app.url, this.outside, number).work();
    await this.quiet();
    // What is unread by then goes out by e-mail.
    await age(this.client, 1);
    await this.quiet();
    await age(this.client, HOURS_A_MONTH);
    await clean(this.database, this.features);
    await sweep(this.features);
    await this.quiet();
    return measure(this.client);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await this.client.end();
    await this.mails.close();
    this.receiver.closeAllConnections();
    this.receiver.close();
  }

  /** Until nothing is left to do for workers. */
  private async quiet(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    const due = 'select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts';
    while ((await this.client.query(due)).rowCount! > 0) {
      if (Date.now() > deadline) throw new Error('The jobs come to no end');
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
}

const configOf = (databaseUrl: string, smtpUrl: string, pushHost: string): Config =>
  readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    JWT_SECRET: SECRET,
    DEMO: 'true',
    SMTP_URL: smtpUrl,
    PUSH_CONTACT: 'mailto:ops@example.com',
    PUSH_HOSTS: pushHost,
    PUSH_PRIVATE_ADDRESSES: 'true',
    RETENTION_DAYS: '90',
    WEBHOOK_PRIVATE_ADDRESSES: 'true',
    LOG_LEVEL: 'error',
  });

/** The same features once more, to have them remove what they remove each hour without waiting for it. */
function housekeepersOf(config: Config, database: Database): readonly Feature[] {
  const silent = { info: () => undefined, warn: () => undefined };
  const { all } = createFeatures(config, createPlatform(config, database, silent), () => new Date());
  for (const { entities } of all) if (entities) database.know(entities);
  return all;
}
