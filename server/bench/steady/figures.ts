import type { Client } from 'pg';

/** By table: how many rows, and how many bytes they take with their indexes. */
export type Figures = ReadonlyMap<string, { readonly rows: number; readonly bytes: number }>;

/** Months that must be alike in the end. */
const ALIKE = 3;

/** After a VACUUM FULL, so that it is what is kept that counts, and not when PostgreSQL cleaned up last. */
export async function measure(client: Client): Promise<Figures> {
  await client.query('vacuum full');
  const { rows: tables } = await client.query<{ name: string; bytes: string }>(
    `select c.oid::regclass::text as name, pg_total_relation_size(c.oid) as bytes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by 1`,
  );
  const figures = new Map<string, { rows: number; bytes: number }>();
  for (const { name, bytes } of tables) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    figures.set(name, { rows: rows[0]!.count, bytes: Number(bytes) });
  }
  return figures;
}

const countOf = (figures: Figures, name: string) => figures.get(name)?.rows ?? 0;
const bytesOf = (figures: Figures) => [...figures.values()].reduce((sum, { bytes }) => sum + bytes, 0);

/** The tables that were not alike in the last months. */
export function grown(figures: readonly Figures[]): string[] {
  const last = figures.slice(-ALIKE);
  return [...last[0]!.keys()].filter((name) => new Set(last.map((one) => countOf(one, name))).size > 1);
}

/** Markdown: rows after some of the months, of tables that have any. */
export function table(figures: readonly Figures[]): string {
  const shown = [1, 2, 3, 4, 6, 12, 13, 14, figures.length - 1, figures.length];
  const months = [...new Set(shown)].filter((month) => month <= figures.length);
  const last = figures.at(-1)!;
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const names = [...last.keys()].filter((name) => figures.some((one) => countOf(one, name) > 1));
  return [
    line(['rows after month', ...months]),
    line(['---', ...months.map(() => '---:')]),
    ...names.map((name) =>
      line([`\`${name}\``, ...months.map((month) => countOf(figures[month - 1]!, name))]),
    ),
    line(['kB in all', ...months.map((month) => Math.round(bytesOf(figures[month - 1]!) / 1_024))]),
  ].join('\n');
}
