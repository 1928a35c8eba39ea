import { hash, verify } from '@node-rs/argon2';
import { canBeGuessed } from '../../platform/text/guessable.ts';

const LEAST = 12;
/** With the address it is less than what a sign-in looks at. */
const MOST = 500;

/** @returns why nobody should sign in with it; undefined for one that is good enough */
export function faultOfPassword(password: string): string | undefined {
  if (password.length < LEAST || password.length > MOST)
    return `The password must have ${LEAST} to ${MOST} characters.`;
  if (!password.isWellFormed() || /\p{Cc}/u.test(password))
    return 'The password has characters that nobody can type.';
  return canBeGuessed(password, LEAST)
    ? 'The password can be guessed: too few keys, or keys in their order.'
    : undefined;
}

// The package's defaults are argon2id with 19 MiB and 2 passes, as the OWASP password storage cheat sheet advises.
export const hashPassword = (password: string): Promise<string> => hash(password);

let decoy: Promise<string> | undefined;

/** Without a hash it compares with one of nobody's, so that an unknown address takes as long as a wrong password. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash != null;
}
