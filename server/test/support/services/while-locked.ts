import pg from 'pg';
import { until } from '../until.ts';

/**
 * Somebody else keeps everybody from this table while `work` is done, and then leaves it changed.
 * @param work is given what waits until somebody is kept waiting
 */
export async function whileLocked(
  databaseUrl: string,
  table: string,
  work: (isWaitedFor: () => Promise<unknown>) => Promise<void>,
  change = '',
): Promise<void> {
  const [holder, looker] = await Promise.all([connected(databaseUrl), connected(databaseUrl)]);
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  const isWaitedFor = () =>
    until(async () => {
      const { rowCount } = await looker.query(
        `select from pg_locks where relation = '${table}'::regclass and not granted and database =
           (select oid from pg_database where datname = current_database())`,
      );
      return rowCount! > 0;
    });
  await work(isWaitedFor);
  await holder.query(`${change}; commit`);
  await Promise.all([holder.end(), looker.end()]);
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
