// What tests of topics and broadcasts do, as one line each.
import pg from 'pg';
import { dataOf } from './acts.ts';
import type { Answer } from './client.ts';
import type { Answering, TestServer } from './server.ts';
import { mint, service } from './token.ts';
import { until } from './until.ts';

/** A service that may say who belongs to topics, and send. */
export const herald = (sub = 'herald') => mint({ sub, scope: 'notifications:create topics:write' });

export interface Broadcast {
  id: string;
  state: 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';
  total: number;
  done: number;
  reason: string | null;
  createdAt: string;
  endedAt: string | null;
}

export const BROADCAST = 'id state total done reason createdAt endedAt';
const MESSAGE = { type: 'maintenance', title: 'Back at nine', message: 'We are closed until nine.' };

type Created = Answer<{ createBroadcast: { broadcast: Broadcast } | null }>;

/** With the whole answer, also a refusal. */
export const broadcast = (
  server: Answering,
  audience: object,
  more: object = {},
  token = herald(),
): Promise<Created> =>
  server.ask(
    `mutation ($input: CreateBroadcastInput!) { createBroadcast(input: $input) { broadcast { ${BROADCAST} } } }`,
    { input: { ...MESSAGE, audience, ...more } },
    token,
  );

export async function begun(...call: Parameters<typeof broadcast>): Promise<Broadcast> {
  return (await dataOf(broadcast(...call))).createBroadcast!.broadcast;
}

export const cancel = (server: Answering, id: string, token = herald()) =>
  server.ask<{ cancelBroadcast: { broadcast: Broadcast } | null }>(
    `mutation ($id: ID!) { cancelBroadcast(id: $id) { broadcast { ${BROADCAST} } } }`,
    { id },
    token,
  );

export async function broadcastOf(server: Answering, id: string, token = herald()): Promise<Broadcast> {
  const query = `query ($id: ID!) { broadcast(id: $id) { ${BROADCAST} } }`;
  return (await dataOf(server.ask<{ broadcast: Broadcast }>(query, { id }, token))).broadcast;
}

/** Waits until it runs no more, and gives what it is then. */
export const ended = (server: Answering, id: string, timeoutMs = 20_000, token = herald()) =>
  until(
    async () => {
      const found = await broadcastOf(server, id, token);
      return found.state !== 'RUNNING' && found;
    },
    { timeoutMs },
  );

export const addToTopic = (server: Answering, topic: string, userIds: string[], token = herald()) =>
  server.ask<{ addToTopic: { topic: string; memberCount: number } | null }>(
    `mutation ($topic: String!, $userIds: [ID!]!) { addToTopic(topic: $topic, userIds: $userIds) { topic memberCount } }`,
    { topic, userIds },
    token,
  );

export const removeFromTopic = (server: Answering, topic: string, userIds: string[], token = herald()) =>
  server.ask<{ removeFromTopic: { topic: string; memberCount: number } | null }>(
    `mutation ($topic: String!, $userIds: [ID!]!) {
      removeFromTopic(topic: $topic, userIds: $userIds) { topic memberCount }
    }`,
    { topic, userIds },
    token,
  );

export const declareTopic = (server: Answering, input: object, token = herald()) =>
  server.ask<{ declareTopic: { topic: string; memberCount: number } | null }>(
    `mutation ($input: DeclareTopicInput!) { declareTopic(input: $input) { topic memberCount } }`,
    { input },
    token,
  );

/** Their order is that of their names. */
export const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(5, '0')}`);

/** Who of these has a notification of this title not exactly once, and who has one and is none of these. */
export async function misled(
  server: Pick<TestServer, 'sql'>,
  title: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await server.sql<{ id: string; count: number }>(
    `select coalesce(n.user_id, r.id) as id, count(n.id)::int as count
     from (select id, user_id from notifications where title = $1) n full join unnest($2::text[]) r (id) on r.id = n.user_id
     group by 1, r.id having r.id is null or count(n.id) <> 1 order by 1`,
    [title, ids],
  );
  return rows.map(({ id, count }) => `${id}: ${count}`);
}

/** Inboxes whose counters are not what stands in them: there must never be one. */
export const miscounted = (server: Pick<TestServer, 'sql'>) =>
  server.sql(`
    select i.user_id from inbox i left join lateral (
      select count(*) as unread, coalesce(max(n.change_seq), 0) as seq from notifications n
      where n.user_id = i.user_id and n.read_at is null) n on true
    where i.unread <> n.unread or i.seq < n.seq`);

/** Keeps inboxes from whoever wants to change them, until they are let go. Servers wait for four seconds, then try again. */
export async function hold(databaseUrl: string, ...userIds: string[]): Promise<() => Promise<void>> {
  const client = new pg.Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`set idle_in_transaction_session_timeout = '15s'`); // for a test that fails meanwhile
  await client.query('begin');
  await client.query('select from inbox where user_id = any($1) order by user_id for update', [userIds]);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** Waits until so many wait for a lock. */
export const untilWaiting = (server: Pick<TestServer, 'sql'>, count: number) =>
  until(async () => {
    const waiting = await server.sql(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length >= count;
  });

/** Of a service without the right to change topics. */
export const onlySending = service('onlooker');
