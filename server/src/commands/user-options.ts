import { mailboxOf } from '../platform/text/mailbox.ts';
import type { NewAccount } from '../sessions/sign-in/create-account.ts';
import { usableText } from '../sessions/claims.ts';
import { Role } from '../users/role.ts';
import { parsedArgs } from './parsed-args.ts';
import { UsageError } from './usage-error.ts';

const ROLES = Object.values(Role);

export const USAGE = `Makes a user who signs in with a password, in the database that DATABASE_URL names. The password is
asked for, or read from the standard input: 12 characters at least.

  --email ADDRESS  with which they sign in
  --name NAME      how they are called
  --role ROLE      ${ROLES.join(', ')} (${Role.CANDIDATE})
  --id ID          by which services know them (a new one)`;

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', default: Role.CANDIDATE },
  id: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** @returns undefined for whoever asks how it is used. @throws UsageError */
export function userOptions(args: string[]): Omit<NewAccount, 'password'> | undefined {
  const { help, email, name, role: given, id } = parse(args);
  if (help) return undefined;
  const refuse = (problem: string) => new UsageError(problem, USAGE);
  if (email === undefined || name === undefined) throw refuse('Say --email and --name.');
  if (mailboxOf(email)?.address !== email || email.length > 320)
    throw refuse('--email takes one e-mail address.');
  if (usableText(name, 200) === undefined) throw refuse('--name takes 1 to 200 characters without controls.');
  if (id !== undefined && usableText(id, 255) === undefined)
    throw refuse('--id takes 1 to 255 characters without controls.');
  const role = ROLES.find((known) => String(known) === given);
  if (!role) throw refuse(`--role takes ${ROLES.join(', ')}.`);
  return { id, email, name, role };
}

const parse = (args: string[]) => parsedArgs({ args, options: OPTIONS }, USAGE).values;
