import type { Personal } from '../platform/personal.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';

const ROWS_A_FETCH = 100;
/** A table may have no index that leads to a person, and the reader may be slow. */
const LONGEST_MS = 5 * 60 * 1_000;

/**
 * Writes all that is kept of a person as one JSON document, as it stood at one moment: by table, rows with the columns
 * that say something. It never holds more than a few rows, however many there are.
 * @param write resolves when there is room for more
 */
export async function exportPerson(
  database: Database,
  personal: readonly Personal[],
  userId: string,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const said = personal.filter(({ exported }) => exported.length > 0);
  await database.transaction(
    async (sql) => {
      await sql.query('set transaction isolation level repeatable read, read only');
      const [now] = await sql.query<{ at: string }>('select now() as at');
      await write(`{"userId":${JSON.stringify(userId)},"exportedAt":"${now!.at}","data":{`);
      let separator = '';
      for (const [table, parts] of Map.groupBy(said, (one) => one.table)) {
        await write(`${separator}\n${JSON.stringify(table)}:[`);
        await writeRows(sql, parts, userId, write);
        await write(']');
        separator = ',';
      }
      await write('}}\n');
    },
    { longestMs: LONGEST_MS },
  );
}

async function writeRows(
  sql: Sql,
  parts: readonly Personal[],
  userId: string,
  write: (text: string) => Promise<void>,
): Promise<void> {
  let separator = '';
  for (const { table, of, exported } of parts) {
    await sql.query(
      `declare persons no scroll cursor for
       select row_to_json(r)::text as row from (select ${exported.join(', ')} from ${table} where ${of}) r`,
      [userId],
    );
    for (let isMore = true; isMore;) {
      const rows = await sql.query<{ row: string }>(`fetch ${ROWS_A_FETCH} from persons`);
      if (rows.length > 0) {
        await write(`${separator}\n${rows.map(({ row }) => row).join(',\n')}`);
        separator = ',';
      }
      isMore = rows.length === ROWS_A_FETCH;
    }
    await sql.query('close persons');
  }
}
