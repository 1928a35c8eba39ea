// Where a text stands in the database, whichever table, column and type: what a feature keeps, and nobody thought of.
import type { TestServer } from '../server.ts';

const TEXTS = [
  'text',
  'character varying',
  'json',
  'jsonb',
  'tsvector',
  'ARRAY',
  'bytea',
  'name',
  'character',
  'uuid',
];

export interface Column {
  schema: string;
  table: string;
  column: string;
  type: string;
}

/** Of our tables and those of the queue. */
export const columnsOf = (server: Pick<TestServer, 'sql'>): Promise<Column[]> =>
  server.sql<Column>(
    `select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
     order by 1, 2, c.ordinal_position`,
  );

/** By table and column: how many rows have one of the texts, however it is written. Empty: it is nowhere. */
export async function tracesOf(
  server: Pick<TestServer, 'sql'>,
  texts: readonly string[],
): Promise<Record<string, number>> {
  const columns = (await columnsOf(server)).filter(({ type }) => TEXTS.includes(type));
  const patterns = texts.map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const looks = columns.map(({ schema, table, column, type }) => {
    const said = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    return `select '${table}.${column}' as place, count(*)::int as count from "${schema}"."${table}"
      where ${said} ilike any($1)`;
  });
  const found = await server.sql<{ place: string; count: number }>(looks.join(' union all '), [patterns]);
  return Object.fromEntries(found.filter(({ count }) => count > 0).map(({ place, count }) => [place, count]));
}
