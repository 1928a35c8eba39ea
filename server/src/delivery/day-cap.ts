import type { Sql } from '../platform/postgres/database.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Takes one of what a channel may send in a day of UTC, on all replicas together: they wait for each other at the row
 * of the day. Belongs into the transaction that has it sent.
 * @returns when there are more, if there is none left
 */
export async function takeOfDay(
  sql: Sql,
  { name, perDay }: Pick<OutgoingChannel, 'name' | 'perDay'>,
  now: Date,
): Promise<Date | undefined> {
  if (perDay === undefined) return undefined;
  const day = now.toISOString().slice(0, 10);
  const [taken] = await sql.query(
    `insert into channel_days as d (channel, day, sent) values ($1, $2, 1)
     on conflict (channel, day) do update set sent = d.sent + 1 where d.sent < $3
     returning sent`,
    [name, day, perDay],
  );
  return taken ? undefined : new Date(Date.parse(day) + DAY_MS);
}
