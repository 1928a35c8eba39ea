import { OPERATOR } from '../audit/audit-actor.ts';
import { readSettings } from '../config.ts';
import { ServiceKeyEntity } from '../keys/service-key.entity.ts';
import { newestKeys } from '../keys/service-key.list.ts';
import { MAX_REQUESTS_PER_MINUTE, ServiceKeyService } from '../keys/service-key.service.ts';
import type { ServiceKeyType } from '../keys/service-key.type.ts';
import { PublicError } from '../platform/errors.ts';
import { Database } from '../platform/postgres/database.ts';
import { CREATE_NOTIFICATIONS, SCOPES } from '../users/viewer.ts';
import { parsedArgs } from './parsed-args.ts';
import { UsageError } from './usage-error.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_DAYS = 3_660;
const KEYS_A_QUERY = 500;

const USAGE = `Makes, lists and revokes keys of services, in the database of DATABASE_URL. Replicas know of it within two seconds.

  create SERVICE --name NAME   makes a key, and prints it this once
    --scope WORDS              what it may do, of ${SCOPES.join(', ')} (${CREATE_NOTIFICATIONS})
    --days N                   how long it holds (until it is revoked)
    --requests-per-minute N    how many operations a minute it may ask for (any number)
  list [SERVICE]               shows the keys, newest first
  revoke ID                    ends one on every replica`;

const OPTIONS = {
  name: { type: 'string' },
  scope: { type: 'string' },
  days: { type: 'string' },
  'requests-per-minute': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const refused = (problem: string) => new UsageError(problem, USAGE);

type Options = ReturnType<typeof parse>['values'];
type Print = (text: string) => void;
type Command = (on: { keys: ServiceKeyService; database: Database }, print: Print) => Promise<void>;

/**
 * `key create billing --name mailer`, `key list`, `key revoke ID`.
 * @throws OperatorError, ConfigError
 */
export async function manageKeys(args: string[], print: Print): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help) return print(USAGE);
  const command = commandOf(positionals, values);
  const { DATABASE_URL } = readSettings(['DATABASE_URL']);
  const database = await Database.connect({ url: DATABASE_URL, poolSize: 1 });
  try {
    database.know([ServiceKeyEntity]);
    await command({ database, keys: new ServiceKeyService(database, async () => undefined) }, print);
  } catch (error) {
    throw error instanceof PublicError ? refused(error.message) : error;
  } finally {
    await database.close();
  }
}

const parse = (args: string[]) => parsedArgs({ args, options: OPTIONS, allowPositionals: true }, USAGE);

function commandOf([command, operand, ...more]: string[], options: Options): Command {
  if (more.length > 0) throw refused(`"${more[0]}" is a word too many.`);
  if (command !== 'create' && Object.keys(options).length > 1) throw refused('Options are for "create".');
  if (command === 'list') return list(operand ?? null);
  if (command === 'create' && operand !== undefined) return create(operand, options);
  if (command === 'revoke' && operand !== undefined)
    return async ({ keys }, print) => print(lineOf(await keys.revoke(OPERATOR, operand)));
  throw refused('Say create SERVICE, list, or revoke ID.');
}

function create(service: string, options: Options): Command {
  const { name, scope = CREATE_NOTIFICATIONS, days } = options;
  if (name === undefined) throw refused('Say with --name what the key is for.');
  const lifetime = numberOf('--days', days, MAX_DAYS);
  const wanted = {
    ...{ service, name, scopes: scope.split(/[\s,]+/).filter(Boolean) },
    expiresAt: lifetime === null ? null : new Date(Date.now() + lifetime * DAY_MS).toISOString(),
    requestsPerMinute: numberOf(
      '--requests-per-minute',
      options['requests-per-minute'],
      MAX_REQUESTS_PER_MINUTE,
    ),
  };
  return async ({ keys }, print) => print((await keys.create(OPERATOR, wanted)).secret);
}

/** All of them, however many. */
const list =
  (service: string | null): Command =>
  async ({ database }, print) => {
    let last: string | null = null;
    for (let isMore = true; isMore;) {
      const some: ServiceKeyType[] = await newestKeys(database.entities, service, last, KEYS_A_QUERY);
      for (const key of some) print(lineOf(key));
      last = some.at(-1)?.id ?? null;
      isMore = some.length === KEYS_A_QUERY;
    }
  };

function numberOf(option: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw refused(`${option} takes a whole number from 1 to ${most}.`);
}

/** Of words that may be anything only what is safe in a terminal: they have no controls. */
function lineOf({ id, service, name, scopes, beginning, ...key }: ServiceKeyType): string {
  const state = key.revokedAt
    ? `revoked ${key.revokedAt}`
    : key.expiresAt
      ? `until ${key.expiresAt}`
      : 'valid';
  const use = key.lastUsedAt ? `used ${key.lastUsedAt} from ${key.lastUsedAddress}` : 'never used';
  return [id, service, name, scopes.join(' '), `${beginning}…`, state, use].join('  ');
}
