import { badInput } from '../platform/errors.ts';
import { checkWord } from '../platform/input.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { setRights } from './rights.ts';

/** A role of the database, and the service that it sends for. */
export interface SqlSender {
  readonly role: string;
  readonly service: string;
}

/** By role. */
export const sqlSenders = (sql: Sql): Promise<SqlSender[]> =>
  sql.query<SqlSender>('select role::text as role, service from sql_senders order by role');

/**
 * From now on the role sends for this service, and for no other.
 * @throws BAD_USER_INPUT for a role that is not there, or a service that no token could name
 */
export async function nameSender(database: Database, { role, service }: SqlSender): Promise<void> {
  checkWord('service', service, 255);
  await database.transaction(async (sql) => {
    const found = await sql.query('select from pg_roles where rolname = $1', [role]);
    if (found.length === 0) throw badInput(`PostgreSQL has no role ${role}: create it first`, 'role');
    await sql.query(
      `insert into sql_senders (role, service) values ($1, $2)
       on conflict (role) do update set service = excluded.service`,
      [role, service],
    );
    await setRights(sql);
  });
}

/** The role may not send any more. What it has sent already is sent. @returns whether it could */
export async function removeSender(database: Database, role: string): Promise<boolean> {
  return database.transaction(async (sql) => {
    const removed = await sql.query('delete from sql_senders where role = $1 returning role', [role]);
    await setRights(sql);
    return removed.length > 0;
  });
}
