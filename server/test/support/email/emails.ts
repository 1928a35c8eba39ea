// What tests of e-mails do besides what everybody does: time is brought forward in the database.
import { randomBytes } from 'node:crypto';
import { dataOf } from '../acts.ts';
import type { Answering, TestServer } from '../server.ts';
import { candidate } from '../token.ts';
import { until } from '../until.ts';

/** Somebody with an address, who was here once. */
export interface Reader {
  id: string;
  address: string;
  token: string;
}

export async function newReader(server: Answering, name = 'reader'): Promise<Reader> {
  const id = `${name}-${randomBytes(4).toString('hex')}`;
  const address = `${id}@example.com`;
  const token = candidate(id, { email: address });
  await dataOf(server.ask('{ inbox { id } }', {}, token));
  return { id, address, token };
}

/** Waits until the reader is told so of what became of the notification on a channel, and gives what they are told. */
export const untilTold =
  (channel: 'EMAIL' | 'PUSH' | 'SMS') =>
  (server: Answering, reader: Pick<Reader, 'token'>, id: string, wanted: Partial<Told>): Promise<Told> =>
    until(async () => {
      const told = (await deliveriesOf(server, reader, id))[channel];
      const isSo = Object.entries(wanted).every(([field, value]) => told?.[field as keyof Told] === value);
      return isSo && told;
    });

export const untilEmail = untilTold('EMAIL');

/** Deliveries that nobody would ever look at again: there must never be one. */
export const forgotten = (server: Pick<TestServer, 'sql'>) =>
  server.sql(`
    with job as (select * from graphile_worker._private_jobs where attempts < max_attempts)
    select d.notification_id, d.state from deliveries d left join messages m on m.id = d.message_id
    where (d.state in ('WAITING', 'HELD') and d.message_id is null and not exists (
        select from job where key like lower(d.channel) || ':%' and payload ->> 'userId' = d.user_id
          and run_at <= d.due_at + interval '1 ms'))
      or (d.state in ('SENDING', 'HELD') and m.state = 'SENDING' and not exists (
        select from job where payload ->> 'messageId' = m.id::text))
      or (d.state = 'SENDING' and m.state is distinct from 'SENDING')`);

export const wakeWorkers = `select pg_notify('jobs:insert', '{"count":9}')`;

/** As if the time that one user's deliveries and jobs wait for had come. */
export async function bringForward(server: Pick<TestServer, 'sql'>, userId: string): Promise<void> {
  await server.sql(
    `update deliveries set due_at = '2026-01-01' where user_id = $1 and state in ('WAITING', 'HELD')`,
    [userId],
  );
  await server.sql(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 s'
     where payload ->> 'userId' = $1 or payload ->> 'messageId' in (select id::text from messages where user_id = $1)`,
    [userId],
  );
  await server.sql(wakeWorkers);
}

export interface Told {
  channel: string;
  status: string;
  reason: string | null;
  reasonNow: string | null;
  detail: string | null;
  at: string | null;
  dueAt: string | null;
}

/** What the reader is told about a notification's way, by channel. */
export async function deliveriesOf(
  server: Answering,
  { token }: Pick<Reader, 'token'>,
  id: string,
): Promise<Record<string, Told>> {
  const { notification } = await dataOf(
    server.ask<{ notification: { deliveries: Told[] } }>(
      `query ($id: ID!) { notification(id: $id) { deliveries { channel status reason reasonNow detail at dueAt } } }`,
      { id },
      token,
    ),
  );
  return Object.fromEntries(notification.deliveries.map((told) => [told.channel, told]));
}
