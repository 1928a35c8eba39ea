import { v7 as uuidv7 } from 'uuid';
import { OperatorError } from '../../platform/operator-error.ts';
import type { Database } from '../../platform/postgres/database.ts';
import type { Role } from '../../users/role.ts';
import { faultOfPassword, hashPassword } from './password.ts';

/** Somebody who will sign in with an e-mail address and a password. */
export interface NewAccount {
  /** Chosen here where nobody says it. */
  readonly id: string | undefined;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/**
 * Makes a user with a password, and never changes one that is there.
 * @returns their id
 * @throws OperatorError for a weak password, an id or an address that is taken, and where there are no tables yet
 */
export async function createAccount(database: Database, account: NewAccount): Promise<string> {
  const fault = faultOfPassword(account.password);
  if (fault !== undefined) throw new OperatorError(fault);
  const { id = uuidv7(), email, name, role } = account;
  const passwordHash = await hashPassword(account.password);
  return database
    .transaction(async (sql) => {
      const [made] = await sql.query(
        `insert into users (id, name, role, email, password_hash) values ($1, $2, $3, $4, $5)
         on conflict (id) do nothing returning id`,
        [id, name, role, email, passwordHash],
      );
      if (!made) throw new OperatorError('There is a user with this id already.');
      await sql.query(`insert into inbox (user_id) values ($1) on conflict do nothing`, [id]);
      return id;
    })
    .catch((error: unknown) => {
      throw explained(error);
    });
}

function explained(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (constraint === 'users_sign_in')
    return new OperatorError('Somebody signs in with this e-mail address already.');
  const NO_TABLE = '42P01';
  if (code === NO_TABLE)
    return new OperatorError('There are no tables yet: start Carillon once, it makes them.');
  return error;
}
