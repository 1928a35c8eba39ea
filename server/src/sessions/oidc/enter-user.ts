import type { Database } from '../../platform/postgres/database.ts';
import { Role } from '../../users/role.ts';
import type { UserRow } from '../../users/user.entity.ts';
import { identityOf } from '../issuers/identity-rule.ts';
import type { ProviderSettings } from './provider-settings.ts';
import type { SignedInThere } from './provider.ts';

/**
 * Gives whom the provider has signed in their row and inbox, and takes over what it says of them: their role too, so that
 * who is no admin there any more is none here. Nobody is found by an e-mail address.
 * @returns undefined where there is no usable id, or the id is that of an account with a password
 */
export async function enterUser(
  database: Database,
  { claims, subject }: SignedInThere,
  { rule, foreignPrefixes, admins }: Pick<ProviderSettings, 'rule' | 'foreignPrefixes' | 'admins'>,
): Promise<UserRow | undefined> {
  const identity = identityOf(claims, rule, foreignPrefixes);
  if (!identity) return undefined;
  const { id, name = null, email = null, claimedRole = Role.CANDIDATE } = identity;
  const role = admins.includes(subject) ? Role.ADMIN : claimedRole;
  return database.transaction(async (sql) => {
    const [user] = await sql.query<UserRow>(
      `insert into users as u (id, name, email, role) values ($1, coalesce($2, $1), $3, $4)
       on conflict (id) do update
         set name = coalesce($2, u.name), email = coalesce($3, u.email), role = excluded.role
         where u.password_hash is null
       returning id, name, email, role, created_at as "createdAt"`,
      [id, name, email, role],
    );
    if (user) await sql.query(`insert into inbox (user_id) values ($1) on conflict do nothing`, [id]);
    return user;
  });
}
