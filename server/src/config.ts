import { z } from 'zod';

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
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  MAIL_FROM: z.string().min(3).default('Carillon <carillon@localhost>'),
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
  const given = new Map(Object.entries(env).filter(([, value]) => value));
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return Object.freeze(result.data);
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
