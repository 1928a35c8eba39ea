import type { Client } from 'pg';

/** What says when something is, not how old it is: clocks of zones, and who works at this moment. */
const TIMELESS = ['zone_offsets', 'job_workers'];

/** Makes everything that is kept so many hours older, as if they had passed. */
export async function age(client: Client, hours: number): Promise<void> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where table_schema = 'public' and data_type = 'timestamp with time zone' and table_name <> all($1)
       and table_name not in (select table_name from information_schema.views where table_schema = 'public')
     group by table_name`,
    [TIMELESS],
  );
  const back = (column: string) => `${column} = ${column} - interval '${hours} hours'`;
  for (const { name, columns } of rows)
    await client.query(`update ${name} set ${columns.map(back).join(', ')}`);
  await client.query(`update graphile_worker._private_jobs set ${back('run_at')}`);
  await client.query(`select pg_notify('jobs:insert', '{"count":9}')`);
}
