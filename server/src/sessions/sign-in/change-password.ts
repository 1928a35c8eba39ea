import { OperatorError } from '../../platform/operator-error.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { faultOfPassword, hashPassword } from './password.ts';

/**
 * Gives somebody who signs in with a password another one, and ends all sessions that they have, on every replica within
 * seconds.
 * @param email with which they sign in, in whatever case
 * @returns how many sessions have ended
 * @throws OperatorError for a weak password, and where nobody signs in with this address
 */
export async function changePassword(database: Database, email: string, password: string): Promise<number> {
  const fault = faultOfPassword(password);
  if (fault !== undefined) throw new OperatorError(fault);
  const passwordHash = await hashPassword(password);
  return database.transaction(async (sql) => {
    const [user] = await sql.query<{ id: string }>(
      `update users set password_hash = $2 where lower(email) = lower($1) and password_hash is not null returning id`,
      [email, passwordHash],
    );
    if (!user) throw new OperatorError('Nobody signs in with this e-mail address and a password.');
    const ended = await sql.query(
      `update sessions set revoked_at = now() where user_id = $1 and revoked_at is null and expires_at > now()
       returning id`,
      [user.id],
    );
    return ended.length;
  });
}
