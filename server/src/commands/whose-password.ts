import { mailboxOf } from '../platform/text/mailbox.ts';
import { parsedArgs } from './parsed-args.ts';
import { UsageError } from './usage-error.ts';

export const USAGE = `Changes the password of a user, in the database that DATABASE_URL names, and ends all sessions that
they have. The password is asked for, or read from the standard input: 12 characters at least.

  --email ADDRESS  with which they sign in`;

const OPTIONS = { email: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

/** @returns the address; undefined for whoever asks how it is used. @throws UsageError */
export function whosePassword(args: string[]): string | undefined {
  const { help, email } = parse(args);
  if (help) return undefined;
  if (email === undefined || mailboxOf(email)?.address !== email)
    throw new UsageError('Say --email, with one e-mail address.', USAGE);
  return email;
}

const parse = (args: string[]) => parsedArgs({ args, options: OPTIONS }, USAGE).values;
