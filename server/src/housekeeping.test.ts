import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServer, type TestServer } from '../test/support/server.ts';
import { createSending, type SendingNeeds } from './sending/sending.feature.ts';
import type { Platform } from './platform/platform.ts';
import { clean } from './housekeeping.ts';
import { Database } from './platform/postgres/database.ts';

let server: TestServer;
let database: Database;

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await server.close();
});

test('removes what is past its time, however much it is, and nothing else', async () => {
  await server.sql(`
    insert into idempotency_keys (service, recipient_id, key, body_hash, created_at)
    select 'grading', 'somebody', 'key ' || n, 'hash', now() - case when n <= 12000 then interval '3 days' else '1 day' end
    from generate_series(1, 12010) n`);
  await server.sql(`
    insert into bulk_sends (service, key, body_hash, total, created_at)
    select 'grading', 'key ' || n, 'hash', 1, now() - n * interval '1 day' from generate_series(0, 4) n`);
  await clean(database, [
    createSending({ database } as Platform, { channels: [] as const } as unknown as SendingNeeds),
  ]);
  const [left] = await server.sql(`
    select (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from bulk_sends) as bulks`);
  expect(left).toEqual({ keys: 10, bulks: 2 });
}, 60_000);
