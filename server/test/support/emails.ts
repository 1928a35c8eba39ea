// What tests of e-mails do besides what everybody does: time is brought forward in the database.
import { randomBytes } from 'node:crypto';
import { dataOf } from './acts.ts';
import type { Answering, TestServer } from './server.ts';
import { candidate } from './token.ts';

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

export const wakeWorkers = `select pg_notify('jobs:insert', '{"count":9}')`;

/** As if the time that one user's deliveries and jobs wait for had come. */
export async function bringForward(server: Pick<TestServer, 'sql'>, userId: string): Promise<void> {
  await server.sql(
    `update deliveries set due_at = '2026-01-01' where user_id = $1 and state in ('WAITING', 'HELD')`,
    [userId],
  );
  await server.sql(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 s'
     where payload ->> 'userId' = $1 or payload ->> 'emailId' in (select id::text from emails where user_id = $1)`,
    [userId],
  );
  await server.sql(wakeWorkers);
}

export interface Told {
  channel: string;
  status: string;
  reason: string | null;
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
      `query ($id: ID!) { notification(id: $id) { deliveries { channel status reason detail at dueAt } } }`,
      { id },
      token,
    ),
  );
  return Object.fromEntries(notification.deliveries.map((told) => [told.channel, told]));
}
