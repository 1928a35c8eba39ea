import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { UserEntity } from './user.entity.ts';
import { UserResolver } from './user.resolver.ts';
import { UserService } from './user.service.ts';

/** Who reads, as tokens and accounts have told. */
export function createUsers({ database }: Platform): Feature & { readonly service: UserService } {
  const service = new UserService(database);
  return {
    service,
    resolvers: [new UserResolver(service)],
    entities: [UserEntity],
    personal: [
      {
        table: 'users',
        of: 'id = $1',
        exported: ['id', 'name', 'email', 'role', 'created_at'],
        erased: 'deleted',
      },
    ],
    shutOut: async (sql, userId) => {
      await sql.query('update users set password_hash = null, email = null where id = $1', [userId]);
    },
  };
}
