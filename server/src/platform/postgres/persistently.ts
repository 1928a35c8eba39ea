import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '../errors.ts';

/** How often, a second apart, we try to note what the other side said. */
const MAX_NOTES = 20;

/** What was sent and not noted would be sent again: a restart of PostgreSQL is waited for. */
export async function persistently(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === MAX_NOTES || !isDatabaseAway(error)) throw error;
      await pause(1_000);
    }
  }
}
