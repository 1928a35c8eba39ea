import path from 'node:path';
import type { LocalPgBouncer } from '../../../local/programs/pgbouncer.ts';
import type { LocalPostgres } from '../../../local/programs/postgres.ts';
import type { LocalRedis } from '../../../local/programs/redis.ts';

/** What the set-up started and the teardown has to stop; both run in the same process. */
export const services: {
  folder?: string;
  postgres?: LocalPostgres;
  redis?: LocalRedis;
  pooler?: LocalPgBouncer;
} = {};

export function postgresFolder(folder: string): string {
  return path.join(folder, 'postgres');
}
