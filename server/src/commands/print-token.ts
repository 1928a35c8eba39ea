import { readSettings } from '../config.ts';
import { Secrets } from '../platform/secrets.ts';
import { AccessTokens } from '../sessions/access-token.ts';
import { Role } from '../users/role.ts';
import { CREATE_NOTIFICATIONS, SCOPES } from '../users/viewer.ts';
import { parsedArgs } from './parsed-args.ts';
import { UsageError } from './usage-error.ts';

const MAX_MINUTES = 366 * 24 * 60;
const NAMELESS = 'my-service';

const USAGE = `Makes a token that this deployment accepts, signed with its JWT_SECRET.

  --service NAME   for a service, which sends notifications (${NAMELESS})
  --scope WORDS    what it may do, of ${SCOPES.join(', ')} (${CREATE_NOTIFICATIONS})
  --user ID        for a user instead, with --role, --name and --email
  --role ROLE      ${Object.values(Role).join(', ')}
  --minutes N      how long it holds (60)
  --curl           prints a command that uses it, instead of the token alone`;

const OPTIONS = {
  service: { type: 'string' },
  scope: { type: 'string' },
  user: { type: 'string' },
  role: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  minutes: { type: 'string', default: '60' },
  curl: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * `token --scope notifications:create`. To a program it prints the token alone; to a person also a command to try it with.
 * @throws OperatorError, ConfigError
 */
export async function printToken(
  args: string[],
  { isTerminal, print }: { isTerminal: boolean; print: (text: string) => void },
): Promise<void> {
  const options = parse(args);
  if (options.help) return print(USAGE);
  const settings = readSettings(['JWT_SECRET', 'JWT_ISSUER', 'JWT_AUDIENCE', 'PUBLIC_URL', 'PORT']);
  const { JWT_SECRET, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = settings;
  const tokens = new AccessTokens(new Secrets(JWT_SECRET), { issuer, audience });
  const token = tokens.sign(claimsOf(options));
  const { refusal } = await tokens.read(`Bearer ${token}`);
  if (refusal !== undefined) throw new UsageError(refusal, USAGE);
  const address = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  const command = curl(address, token, options.user === undefined ? RING : LOOK);
  if (options.curl) return print(command);
  print(token);
  if (isTerminal) print(`\nTo try it:\n\n${command}\n`);
}

type Options = ReturnType<typeof parse>;

const parse = (args: string[]) => parsedArgs({ args, options: OPTIONS }, USAGE).values;

function claimsOf({ service, scope, user, role, name, email, minutes }: Options): object {
  if (service !== undefined && user !== undefined)
    throw new UsageError('Say --service or --user, not both.', USAGE);
  const lifetime = Number(minutes);
  if (!Number.isInteger(lifetime) || lifetime < 1 || lifetime > MAX_MINUTES)
    throw new UsageError(`--minutes takes a whole number from 1 to ${MAX_MINUTES}.`, USAGE);
  if (role !== undefined && !Object.values<string>(Role).includes(role))
    throw new UsageError(`--role takes ${Object.values(Role).join(', ')}.`, USAGE);
  if (user === undefined && (role ?? name ?? email) !== undefined)
    throw new UsageError('--role, --name and --email are for a --user.', USAGE);
  const exp = Math.floor(Date.now() / 1_000) + lifetime * 60;
  return user === undefined
    ? { sub: service ?? NAMELESS, scope: scope ?? CREATE_NOTIFICATIONS, exp }
    : { sub: user, role, name, email, scope, exp };
}

const LOOK = '{ viewer { id name role } inbox { counts { unread } } }';
const RING = `mutation {
  createNotification(input: {
    recipientId: "candidate", type: "invoice_due", category: "billing",
    title: "Invoice due", message: "Invoice 2026-118 is due on Friday."
  }) { created }
}`;

/** For a POSIX shell. */
function curl(address: string, token: string, query: string): string {
  const body = JSON.stringify({ query: query.replace(/\s+/g, ' ') });
  return [
    `curl ${address.replace(/\/+$/, '')}/graphql \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H 'authorization: Bearer ${token}' \\`,
    `  -d '${body}'`,
  ].join('\n');
}
