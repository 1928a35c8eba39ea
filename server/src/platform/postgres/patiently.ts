import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '../errors.ts';
import type { Database } from './database.ts';

/** Each may take as long as anything that is asked of PostgreSQL. */
const MAX_TRIES = 3;
/** For PostgreSQL to come back; after that the queue tries again later. */
const PATIENCE_MS = 10_000;

/**
 * Begins anew what found PostgreSQL away or too slow, as soon as that has answered anything at all. A queue goes by how
 * often a job has failed: it waits for 3 s, then for 7, then for 20, though PostgreSQL may have been back all the time.
 * @param isOurs whether it is still for us to do
 */
export async function patiently(
  work: () => Promise<void>,
  database: Pick<Database, 'nextAnswer'>,
  isOurs: () => boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_TRIES || !isDatabaseAway(error)) throw error;
      await Promise.race([database.nextAnswer(), pause(PATIENCE_MS, undefined, { ref: false })]);
      if (!isOurs()) throw error;
    }
  }
}
