import { badInput } from '../platform/errors.ts';
import { checkWord } from '../platform/input.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { emailAddressAmong } from './user.service.ts';

export const MAX_ID = 255;
const MAX_IDS = 10_000;

/**
 * Ids of users as a caller gives them. All of them are checked before anything is done for one: whoever corrects the call
 * does nothing twice.
 * @returns each once, in the order in which inboxes are locked
 * @throws BAD_USER_INPUT unless they are 1 to 10,000 that can be ids, none of which is somebody's e-mail address
 */
export async function distinctUserIds(sql: Sql, field: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length < 1 || ids.length > MAX_IDS)
    throw badInput(`${field} must have 1 to ${MAX_IDS} entries`, field);
  for (const id of ids) checkWord(field, id, MAX_ID);
  const mistaken = await emailAddressAmong(sql, ids);
  if (mistaken !== undefined) {
    const entry = `entry ${ids.indexOf(mistaken) + 1} is an e-mail address`;
    throw badInput(`${field} are users' ids; ${entry}`, field);
  }
  return [...new Set(ids)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
