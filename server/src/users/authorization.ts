import type { AuthCheckerFn } from 'type-graphql';
import { forbidden, unauthenticated, unavailable } from '../platform/errors.ts';
import type { Context } from './context.ts';
import { Role } from './role.ts';
import type { UserService } from './user.service.ts';
import { SCOPES, type Scope } from './viewer.ts';

export type Requirement = Role | Scope;

/**
 * Decides about every field marked `@Authorized(…)`: without an argument for any user, with a role for users of that
 * role, with a scope for services and admins. A user is given their row and inbox here, at first sight. A service key is
 * never a user, whatever its service is called.
 * @throws UNAUTHENTICATED without a valid token, FORBIDDEN without the role or scope, SERVICE_UNAVAILABLE while that
 *   cannot be known
 */
export function authorization(users: UserService): AuthCheckerFn<Context, Requirement> {
  return async ({ context: { viewer, refusal, isTemporary } }, requirements) => {
    if (!viewer) throw isTemporary ? unavailable(refusal) : unauthenticated(refusal);
    const scope = SCOPES.find((known) => requirements.includes(known));
    if (scope) {
      if (viewer.scopes.has(scope) || viewer.role === Role.ADMIN) return true;
      throw forbidden(`This takes a service's token, with "${scope}" in its scope, or an admin's`);
    }
    if (viewer.keyId !== undefined)
      throw forbidden('This is for people; a service key stands for a service, which has no inbox');
    await users.see(viewer);
    if (requirements.length === 0 || requirements.includes(viewer.role)) return true;
    throw forbidden(`This is for the role ${requirements.join(' or ')}`);
  };
}
