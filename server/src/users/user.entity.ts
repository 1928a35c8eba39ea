import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { Role } from './role.ts';

/** The row of `users`. Whoever has a password hash can sign in here; the others come with tokens of their own. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    email: p.text().nullable(),
    role: p.enum(() => Role),
    passwordHash: p.text().nullable().lazy().hidden(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
});

export type UserRow = InferEntity<typeof UserEntity>;
