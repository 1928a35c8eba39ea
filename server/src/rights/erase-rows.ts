import type { Personal } from '../platform/personal.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';

const ROWS_A_STATEMENT = 2_000;
/** Few tables can be asked for a person by an index, and they may be large. */
const LONGEST_MS = 5 * 60 * 1_000;

/** Erases what is a person's in one table, some rows at a time. What comes while it does may be left. */
export async function eraseRows(database: Database, personal: Personal, userId: string): Promise<void> {
  const { table, of } = personal;
  const some = `ctid = any(array(select ctid from ${table} where ${of} limit ${ROWS_A_STATEMENT}))`;
  const statement = erasingSql(personal, some);
  if (!statement) return;
  for (let count = ROWS_A_STATEMENT; count === ROWS_A_STATEMENT;) {
    const erased = await database.takingUpTo(LONGEST_MS, (sql) => sql.query(statement, [userId]));
    count = erased.length;
  }
}

/** The same at once, for the little that is left. */
export async function eraseRest(sql: Sql, personal: Personal, userId: string): Promise<void> {
  const statement = erasingSql(personal, personal.of);
  if (statement) await sql.query(statement, [userId]);
}

/** Has `$1` in it, whichever rows it is for. */
function erasingSql({ table, erased }: Personal, which: string): string | undefined {
  if (erased === 'deleted') return `delete from ${table} where ${which} returning 1`;
  if (erased === 'with their owner' || 'kept' in erased) return undefined;
  const sets = Object.entries(erased.overwritten).map(([column, value]) => `${column} = ${value}`);
  return `update ${table} set ${sets.join(', ')} where ${which} returning 1`;
}
