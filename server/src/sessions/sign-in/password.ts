import { hash, verify } from '@node-rs/argon2';

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
