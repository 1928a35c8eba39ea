import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { dataOf, markRead, send } from '../../support/acts.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import {
  hooking,
  messagesOf,
  Receiver,
  registered,
  sentBy,
  taken,
  verify,
} from '../../support/webhooks/receiver.ts';

const MINUTE_MS = 60_000;
let database: TestDatabase;
let pool: pg.Pool;
let receiver: Receiver;
const replicas: ServerProcess[] = [];
const there = {
  sql: async <Row>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as Row[],
};

beforeAll(async () => {
  receiver = new Receiver();
  await receiver.up();
  database = await createDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await pool.end();
  await database.drop();
  await receiver.down();
});

async function replica(): Promise<ServerProcess> {
  const started = await startServerProcess(database.url, { WEBHOOK_PRIVATE_ADDRESSES: 'true' });
  replicas.push(started);
  return started;
}

test('killed before the answer came: another replica sends it again, under the same id', async () => {
  const one = await replica();
  const { webhook, secret } = await registered(one, hooking('grading'), receiver.url);
  const id = await send(one, 'casey');
  await sentBy(there, 'grading', ['casey']);
  receiver.answer = () => undefined;
  await dataOf(markRead(one, candidate('casey'), id));
  await until(() => receiver.received.length === 1);
  await one.kill();
  receiver.answer = taken;
  const two = await replica();
  await until(async () => (await messagesOf(there, webhook.id))[0]!.state === 'SENT', {
    timeoutMs: MINUTE_MS,
  });
  expect(receiver.received).toHaveLength(2);
  expect(new Set(receiver.received.map((message) => message.id)).size).toBe(1);
  for (const message of receiver.received)
    expect(verify(secret, message).data.notifications).toEqual([{ id, recipientId: 'casey' }]);
  expect(two.log.join('\n')).not.toContain(secret);
}, 120_000);
