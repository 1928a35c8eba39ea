import type pg from 'pg';
import { tracesOf } from '../support/rights/traces.ts';

/** How many of those that were erased are looked for in one look through everything. */
const AT_ONCE = 50;

/** @returns where in the database these people are still named; what was written down for comparing is no such place */
export async function placesOf(client: pg.Client, userIds: readonly string[]): Promise<string[]> {
  const sql = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  const found: string[] = [];
  for (let from = 0; from < userIds.length; from += AT_ONCE) {
    const some = userIds.slice(from, from + AT_ONCE);
    for (const [place, count] of Object.entries(await tracesOf({ sql }, some)))
      if (!place.startsWith('chaos_'))
        found.push(`${place} names ${count} times one of ${some[0]} to ${some.at(-1)}`);
  }
  return found;
}
