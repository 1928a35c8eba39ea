import { isIP } from 'node:net';
import { z } from 'zod';
import { canBeGuessed } from './platform/text/guessable.ts';
import { mailboxOf } from './platform/text/mailbox.ts';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((text) => text === 'true' || text === '1');

const wholeNumber = (least: number, most: number) =>
  z.coerce.number().int().min(least, `must be ${least} at least`).max(most, `must be ${most} at most`);

/** Parts of one too: for tests, and for whoever keeps things for hours. */
const days = z.coerce.number().min(0.0001, 'must be 0.0001 at least').max(36_500, 'must be 36500 at most');

const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
const origin = z.string().refine(isOrigin, 'must be a list of origins: scheme, host and port, no path');

const isHost = (text: string) => URL.canParse(`https://${text}`) && new URL(`https://${text}`).host === text;
const host = z
  .string()
  .refine(isHost, 'must be a list of hosts: names in lower case, with a port where it is not 443');

/** Several addresses, with commas between, are those of a cluster. */
const redisAddresses = z
  .string()
  .refine((text) => text.split(',').every(isRedisUrl), 'must be a redis:// URL');

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/** Of the proxies in front: how many, or their addresses and networks. */
const trustedProxies = z.string().transform((text, context): number | readonly string[] => {
  const given = text === 'true' ? '1' : text === 'false' ? '0' : text;
  if (/^\d{1,2}$/.test(given)) return Number(given);
  const networks = given.split(/[\s,]+/).filter(Boolean);
  if (networks.length > 0 && networks.every(isNetwork)) return networks;
  context.addIssue('must be a number of proxies, or a list of their addresses and networks (10.0.0.0/8)');
  return z.NEVER;
});

/** Whoever guesses it may be anybody. */
const secret = (least: number, how: string) =>
  z
    .string()
    .min(least, { error: `must have ${least} characters at least: ${how}`, abort: true })
    .refine((text) => !canBeGuessed(text, least), `can be guessed: ${how}`);

const publicUrl = z
  .string()
  .refine(isPublicUrl, 'must be an http:// or https:// URL of 500 characters at most, without ? and #');

const smtpUrl = z
  .string()
  .refine(
    isSmtpUrl,
    'must be an smtp:// or smtps:// URL with a host and without a path; in its user and password write / as %2F and # as %23',
  );

const pushContact = z
  .string()
  .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, { error: 'must be a mailto: or https:// address' });

const vapidKey = (length: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`), {
    error: `must be ${length} characters of base64url: make a pair with \`npx web-push generate-vapid-keys\``,
  });

const pushHost = z.string().regex(/^(\*\.)?[a-z0-9.-]+(:\d+)?$/, {
  error: 'must be a list of hosts: push.example.com,*.push.example.com',
});

const smsUrl = z
  .string()
  .refine(isSmsUrl, 'must be an http:// or https:// URL with the account as user and its token as password')
  .transform((text) => new URL(text));

const smsSender = z.string().regex(/^(\+[1-9]\d{4,14}|MG[0-9a-f]{32}|[A-Za-z0-9 ]{1,11})$/, {
  error:
    'must be a number such as +491701234567, a name of 11 letters and digits at most, or the id of a service',
});

const country = z.string().regex(/^[A-Z]{2}$/, { error: 'must be a list of ISO 3166 codes: DE,AT,CH' });

const mailbox = z.string().transform((text, context) => {
  const from = mailboxOf(text);
  if (from) return from;
  context.addIssue('must be one e-mail address, or a name and one: Carillon <carillon@example.com>');
  return z.NEVER;
});

const schema = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: wholeNumber(0, 65_535).default(4000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).default(20),
  REDIS_URL: redisAddresses.optional(),
  JWT_SECRET: secret(32, 'make one with `openssl rand -base64 48`'),
  JWT_SECRET_PREVIOUS: secret(32, 'it must have been a JWT_SECRET').optional(),
  JWT_ISSUER: z.string().min(1).optional(),
  JWT_AUDIENCE: z.string().min(1).optional(),
  TOKEN_ISSUERS: z.string().optional(),
  TOKEN_ISSUERS_FILE: z.string().optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an https:// address' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must have 60 characters at most').optional(),
  OIDC_SCOPE: z.string().default('openid profile email'),
  OIDC_RULE: z.string().optional(),
  OIDC_ADMIN: list.default([]),
  PASSWORDS: flag.default(true),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  TRUST_PROXY: trustedProxies.default(0),
  IMAGE_HOSTS: list.pipe(z.array(host)).default([]),
  INTROSPECTION: flag.default(true),
  ONLY_TRUSTED_DOCUMENTS: flag.default(false),
  TRUSTED_DOCUMENTS: list.default([]),
  DEMO: flag.default(false),
  SOCKETS_PER_USER: wholeNumber(1, 100_000).default(1_000),
  PUBLIC_URL: publicUrl.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailbox.prefault('Carillon <carillon@localhost>'),
  EMAIL_AFTER_MINUTES: wholeNumber(0, 1_440).default(10),
  EMAILS_PER_HOUR: wholeNumber(1, 1_000).default(10),
  PUSH_CONTACT: pushContact.optional(),
  PUSH_PUBLIC_KEY: vapidKey(87).optional(),
  PUSH_PRIVATE_KEY: vapidKey(43).optional(),
  PUSH_HOSTS: list.pipe(z.array(pushHost)).default([]),
  PUSH_PRIVATE_ADDRESSES: flag.default(false),
  PUSHES_PER_HOUR: wholeNumber(1, 1_000).default(60),
  SMS_URL: smsUrl.optional(),
  SMS_FROM: smsSender.optional(),
  SMS_COUNTRIES: list.pipe(z.array(country)).default([]),
  SMS_PER_HOUR: wholeNumber(1, 100).default(3),
  SMS_PER_DAY: wholeNumber(1, 1_000_000).default(1_000),
  SCHEDULED_PER_SERVICE: wholeNumber(1, 100_000_000).default(100_000),
  RETENTION_DAYS: days.optional(),
  CATALOGUE_FILE: z.string().optional(),
  WEBHOOK_PRIVATE_ADDRESSES: flag.default(false),
  METRICS_TOKEN: secret(16, 'make one with `openssl rand -base64 24`').optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Everything the operator can set, checked and typed; `.env.example` describes each. */
export type Config = z.output<typeof schema>;

export const configKeys = Object.keys(schema.shape) as (keyof Config)[];

/** All that is wrong with the environment, one problem a line. The values are left out: some are secrets. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(['The configuration is not usable:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError that names every problem at once */
export function readConfig(env?: NodeJS.ProcessEnv): Config {
  const config = readSettings(configKeys, env);
  const problems = [
    ...(config.METRICS_PORT === config.PORT ? ['METRICS_PORT must not be PORT'] : []),
    ...((config.PUSH_PUBLIC_KEY === undefined) !== (config.PUSH_PRIVATE_KEY === undefined)
      ? ['PUSH_PUBLIC_KEY and PUSH_PRIVATE_KEY are a pair: set both, or neither']
      : []),
    ...missingForSms(config).map((key) => `${key} is required with SMS_URL`),
    ...missingForOidc(config).map((key) => `${key} is required with OIDC_ISSUER`),
    ...(!config.PASSWORDS && config.OIDC_ISSUER === undefined
      ? ['PASSWORDS is false, so nobody could sign in: set OIDC_ISSUER']
      : []),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const missingForSms = ({ SMS_URL, SMS_FROM, SMS_COUNTRIES }: Config): string[] => {
  if (SMS_URL === undefined) return [];
  return [
    ...(SMS_FROM === undefined ? ['SMS_FROM'] : []),
    ...(SMS_COUNTRIES.length === 0 ? ['SMS_COUNTRIES'] : []),
  ];
};

const missingForOidc = ({ OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL }: Config): string[] => {
  if (OIDC_ISSUER === undefined) return [];
  return [
    ...(OIDC_CLIENT_ID === undefined ? ['OIDC_CLIENT_ID'] : []),
    ...(PUBLIC_URL === undefined ? ['PUBLIC_URL'] : []),
  ];
};

/**
 * The only reader of the environment. An empty variable counts as unset.
 * @param keys for a command that needs only these
 * @throws ConfigError that names every problem at once
 */
export function readSettings<Key extends keyof Config>(
  keys: readonly Key[],
  env: NodeJS.ProcessEnv = process.env,
): Readonly<Pick<Config, Key>> {
  const given = new Map(Object.entries(env).filter(([, value]) => value));
  const asked = z.object(Object.fromEntries(keys.map((key) => [key, schema.shape[key]])));
  const result = asked.safeParse(Object.fromEntries(given));
  if (result.success) return Object.freeze(result.data as unknown as Pick<Config, Key>);
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => {
      const key = String(path[0]);
      return !given.has(key) ? `${key} is required` : `${key} ${message}`;
    }),
  );
}

function isRedisUrl(text: string): boolean {
  const url = text.trim();
  return URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol);
}

function isNetwork(text: string): boolean {
  const [, address, prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address ?? '');
  return family !== 0 && Number(prefix ?? 0) <= (family === 4 ? 32 : 128);
}

/** Links begin with it; a line of an e-mail's header, where one of them stands, has 998 characters at most. */
function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href } = new URL(text);
  return /^https?:$/.test(protocol) && href.length <= 500 && !/[?#]/.test(href);
}

function isSmsUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username !== '' && password !== '' && search === '' && hash === '';
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, pathname, hash } = new URL(text);
  return (
    /^smtps?:$/.test(protocol) && hostname !== '' && port !== '0' && /^\/?$/.test(pathname) && hash === ''
  );
}
