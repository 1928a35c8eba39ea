import { removableAfter } from '../../src/inbox/retention/removable.ts';
import { removePast } from '../../src/inbox/retention/remove-past.ts';
import type { Database } from '../../src/platform/postgres/database.ts';
import type { TestServer } from './server.ts';

/** After so many days what was read is removed. */
export const DAYS = 30;

/** Removes what is past its time; nobody announces it, as where a replica dies just after it. */
export const removeNow = (database: Database, days: number | null = DAYS): Promise<void> =>
  removePast(database, removableAfter(days ?? undefined), () => undefined);

export const expireNow = (server: TestServer, ids: readonly string[]) =>
  server.sql(`update notifications set expires_at = now() - interval '1 second' where id = any($1::uuid[])`, [
    ids,
  ]);

/** As if these had been read so many days ago. */
export const ageBy = (server: TestServer, days: number, ids: readonly string[]) =>
  server.sql(
    `update notifications set read_at = read_at - make_interval(days => $2) where id = any($1::uuid[])`,
    [ids, days],
  );
