import type { Feature } from './platform/feature.ts';
import type { Database } from './platform/postgres/database.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** So many rows take far less than a statement may, however many there are in all. */
const ROWS_A_STATEMENT = 5_000;

const SWEEP_MS = 10_000;

type Kept = Pick<Feature, 'past' | 'upkeep' | 'sweep'>;

/**
 * Removes what is past its time and writes anew what time has changed, once an hour; what readers wait for is swept away
 * every ten seconds. Replicas that do it at the same time do no harm.
 */
export function startHousekeeping(
  database: Database,
  features: readonly Kept[],
  onTrouble: (error: unknown) => void,
): () => void {
  const hourly = setInterval(() => void clean(database, features).catch(onTrouble), HOUR_MS);
  let isSweeping = false;
  const sweepOnce = async () => {
    if (isSweeping) return;
    isSweeping = true;
    await sweep(features).catch(onTrouble);
    isSweeping = false;
  };
  void sweepOnce();
  const often = setInterval(() => void sweepOnce(), SWEEP_MS);
  return () => {
    clearInterval(hourly);
    clearInterval(often);
  };
}

export async function sweep(features: readonly Kept[]): Promise<void> {
  for (const { sweep } of features) await sweep?.();
}

export async function clean(database: Database, features: readonly Kept[]): Promise<void> {
  for (const { past, upkeep } of features) {
    for (const [table, condition] of Object.entries(past ?? {})) await purge(database, table, condition);
    await upkeep?.();
  }
}

async function purge(database: Database, table: string, condition: string): Promise<void> {
  for (;;) {
    const [purged] = await database.query<{ count: number }>(
      `with gone as (
         delete from ${table} where ctid = any(array(
           select ctid from ${table} where ${condition} limit ${ROWS_A_STATEMENT} for update skip locked))
         returning 1
       )
       select count(*)::int as count from gone`,
    );
    if (purged!.count < ROWS_A_STATEMENT) return;
  }
}
