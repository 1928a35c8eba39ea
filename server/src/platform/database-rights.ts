import type { Sql } from './database.ts';
import { OperatorError } from './operator-error.ts';

// insufficient_privilege; invalid_schema_name, where it may not even look into the schema; and duplicate_table, where
// the tables that are there are hidden from it.
const LACK_OF_RIGHTS = new Set(['42501', '3F000', '42P07']);

/**
 * Runs what changes the database's structure.
 * @throws OperatorError in place of PostgreSQL's "permission denied": which rights the role needs, and how it gets them
 */
export async function needingRights<T>(sql: Sql, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw LACK_OF_RIGHTS.has(code) ? new OperatorError(await advice(sql), { cause: error }) : error;
  }
}

async function advice(sql: Sql): Promise<string> {
  const [found] = await sql.query<{ role: string; database: string; schema: string; owner: string | null }>(
    `select quote_ident(current_user) as role, quote_ident(current_database()) as database,
       quote_ident(coalesce(current_schema(), 'public')) as schema,
       (select quote_ident(pg_get_userbyid(relowner)) from pg_class
        where oid = to_regclass('migrations') and pg_get_userbyid(relowner) <> current_user) as owner`,
  );
  const { role, database, schema, owner } = found!;
  if (owner !== null)
    return `The tables belong to the database role ${owner}, not to ${role}: connect as ${owner}.`;
  return [
    `The database role ${role} lacks rights. Let the owner of the database give them:`,
    `  grant create on database ${database} to ${role};`,
    `  grant usage, create on schema ${schema} to ${role};`,
  ].join('\n');
}
