// What is unset gets a default that works on a bare machine: a database of our own, demo accounts, a secret kept on disk.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { KNOWN_PUSH_HOSTS } from '../src/push/push-hosts.ts';
import { freePort } from './free-port.ts';
import { startMailCatcher, type MailCatcher } from './mail/mail-catcher.ts';
import { runningPostgresUrl, startPostgres, type LocalPostgres } from './programs/postgres.ts';
import { inRepository } from './repository.ts';

const REACHABLE = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '[::1]'],
]);

/** Besides to real browsers, to the device whose pushes are shown. */
const pushingTo = ({ device }: MailCatcher) => ({
  PUSH_HOSTS: [...KNOWN_PUSH_HOSTS, new URL(device.endpoint).host].join(','),
  PUSH_PRIVATE_ADDRESSES: 'true',
});

/** Nothing goes out, so there is no harm in many countries. */
const LOCAL_SMS = { SMS_FROM: 'Carillon', SMS_COUNTRIES: 'AT,CH,DE,FR,GB,US' };

export interface LocalEnvironment {
  /** For the server process. */
  env: NodeJS.ProcessEnv;
  /** Where a person opens it. */
  address: string;
  /** Where this machine reaches it. */
  url: string;
  hasDemoAccounts: boolean;
  dataDir: string;
  /** Undefined when DATABASE_URL names another one. */
  postgres?: LocalPostgres;
  /** Undefined when SMTP_URL names a server. */
  mails?: MailCatcher;
}

/** @throws Error with a message for people when the port is taken or the database cannot start */
export async function openEnvironment(): Promise<LocalEnvironment> {
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 4000) || (await freePort());
  await assertFree(host, port);

  const dataDir = localDataDir();
  const postgres = process.env.DATABASE_URL
    ? undefined
    : await startPostgres({ dataDir: path.join(dataDir, 'postgres') });
  const mails = process.env.SMTP_URL ? undefined : await startMailCatcher();
  const env = {
    ...process.env,
    HOST: host,
    PORT: String(port),
    DATABASE_URL: postgres?.url ?? process.env.DATABASE_URL,
    DEMO: process.env.DEMO || String(postgres !== undefined),
    JWT_SECRET: localSecret(),
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    PUSH_CONTACT: process.env.PUSH_CONTACT || 'mailto:carillon@localhost',
    ...(mails && !process.env.PUSH_HOSTS && pushingTo(mails)),
    ...(mails && { SMTP_URL: mails.smtpUrl, EMAIL_AFTER_MINUTES: process.env.EMAIL_AFTER_MINUTES || '1' }),
    ...(mails && !process.env.SMS_URL && { SMS_URL: mails.smsUrl, ...LOCAL_SMS }),
  };
  const reachable = REACHABLE.get(host) ?? (host.includes(':') ? `[${host}]` : host);
  return {
    env,
    url: `http://${reachable}:${port}`,
    address: `http://${['127.0.0.1', '[::1]'].includes(reachable) ? 'localhost' : reachable}:${port}`,
    hasDemoAccounts: ['true', '1'].includes(env.DEMO),
    dataDir,
    postgres,
    mails,
  };
}

const localDataDir = () => path.resolve(process.env.DATA_DIR || inRepository('.data'));

/** What `npm start` signs with. */
export const localSecret = (): string => process.env.JWT_SECRET || keptSecret(localDataDir());

/** Where what `npm start` runs keeps everything. @throws Error with a message for people when it is not running */
export function localDatabaseUrl(): string {
  const url = process.env.DATABASE_URL || runningPostgresUrl(path.join(localDataDir(), 'postgres'));
  if (url === undefined)
    throw new Error('Carillon is not running here: start it (npm start), or set DATABASE_URL.');
  return url;
}

/** Made once, so that people stay signed in over a restart. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'jwt-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Before anything is started: the database would be up and the migrations run before the server finds out. */
async function assertFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EADDRINUSE' ? 'another program listens there. Is Carillon running already?' : code;
    throw new Error(`Cannot listen on ${host}:${port}: ${reason} Set PORT (or HOST) to another one.`, {
      cause: error,
    });
  }
  probe.close();
  await once(probe, 'close');
}
