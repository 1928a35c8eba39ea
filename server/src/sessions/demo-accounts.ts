import type { Database } from '../platform/postgres/database.ts';
import { Role } from '../users/role.ts';
import { hashPassword } from './sign-in/password.ts';

const PASSWORD = 'carillon';
const accounts = [
  { id: 'candidate', name: 'Casey Morgan', role: Role.CANDIDATE },
  { id: 'candidate2', name: 'Robin Okafor', role: Role.CANDIDATE },
  { id: 'instructor', name: 'Iris Lindqvist', role: Role.INSTRUCTOR },
  { id: 'instructor2', name: 'Tomas Ferreira', role: Role.INSTRUCTOR },
  { id: 'admin', name: 'Ada Novak', role: Role.ADMIN },
];

/** The accounts that `npm start` offers. Their password is public: never where real people sign in. */
export async function createDemoAccounts(database: Database): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  for (const { id, name, role } of accounts) {
    await database.query(
      `insert into users (id, name, role, email, password_hash) values ($1, $2, $3, $4, $5)
       on conflict (id) do nothing`,
      [id, name, role, `${id}@example.com`, passwordHash],
    );
    await database.query(`insert into inbox (user_id) values ($1) on conflict do nothing`, [id]);
  }
}
