import { z } from 'zod';
import { mailboxOf } from './platform/mailbox.ts';

const flag = z.enum(['true', 'false', '1', '0', '']).transform((text) => text === 'true' || text === '1');

const wholeNumber = (least: number, most: number) =>
  z.coerce.number().int().min(least, `must be ${least} at least`).max(most, `must be ${most} at most`);

const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
const origin = z.string().refine(isOrigin, 'must be a list of origins: scheme, host and port, no path');

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

const publicUrl = z
  .string()
  .refine(isPublicUrl, 'must be an http:// or https:// URL of 500 characters at most, without ? and #');

const smtpUrl = z
  .string()
  .refine(
    isSmtpUrl,
    'must be an smtp:// or smtps:// URL with a host and without a path; in its user and password write / as %2F and # as %23',
  );

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
  JWT_SECRET: z.string().min(32, 'must have 32 characters at least'),
  JWT_ISSUER: z.string().min(1).optional(),
  JWT_AUDIENCE: z.string().min(1).optional(),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  TRUST_PROXY: flag.default(false),
  INTROSPECTION: flag.default(true),
  DEMO: flag.default(false),
  SOCKETS_PER_USER: wholeNumber(1, 100_000).default(1_000),
  PUBLIC_URL: publicUrl.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailbox.prefault('Carillon <carillon@localhost>'),
  EMAIL_AFTER_MINUTES: wholeNumber(0, 1_440).default(10),
  EMAILS_PER_HOUR: wholeNumber(1, 1_000).default(10),
  METRICS_TOKEN: z.string().min(16, 'must have 16 characters at least').optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Everything the operator can set, checked and typed; `.env.example` describes each. */
export type Config = z.output<typeof schema>;

export const configKeys = Object.keys(schema.shape);

/** All that is wrong with the environment, one problem a line. The values are left out: some are secrets. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(['The configuration is not usable:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * The only reader of the environment. An empty variable counts as unset.
 * @throws ConfigError that names every problem at once
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(configKeys.map((key) => [key, env[key] || undefined]));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => {
      const key = String(path[0]);
      return given[key] === undefined ? `${key} is required` : `${key} ${message}`;
    }),
  );
}

function isRedisUrl(text: string): boolean {
  const url = text.trim();
  return URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol);
}

/** Links begin with it; a line of an e-mail's header, where one of them stands, has 998 characters at most. */
function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href } = new URL(text);
  return /^https?:$/.test(protocol) && href.length <= 500 && !/[?#]/.test(href);
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, pathname, hash } = new URL(text);
  return (
    /^smtps?:$/.test(protocol) && hostname !== '' && port !== '0' && /^\/?$/.test(pathname) && hash === ''
  );
}
