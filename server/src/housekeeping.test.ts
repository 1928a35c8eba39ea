import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServer, type TestServer } from '../test/support/server.ts';
import { purgeWordings } from './catalogue/wording/purge-wordings.ts';
import { createRequests, type RequestsNeeds } from './requests/requests.feature.ts';
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
    select 'grading', 'somebody', 'key ' || n, 'hash', now() - case when n <= 12000 then interval '32 days' else '30 days' end
    from generate_series(1, 12010) n`);
  await server.sql(`
    insert into bulk_sends (service, key, body_hash, total, created_at)
    select 'grading', 'key ' || n, 'hash', 1, now() - n * interval '10 days' from generate_series(0, 4) n`);
  await clean(database, [
    createSending({ database } as Platform, { channels: [] as const } as unknown as SendingNeeds),
  ]);
  const [left] = await server.sql(`
    select (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from bulk_sends) as bulks`);
  expect(left).toEqual({ keys: 10, bulks: 4 });
}, 60_000);

test('keeps requests while anybody can still be asked, and words while anything is read in them', async () => {
  await server.sql(`insert into users (id, name) values ('anna', 'Anna')`);
  await server.sql(`insert into inbox (user_id) values ('anna')`);
  await server.sql(`
    insert into requests (id, service, subject_type, subject_id, request_key, settled_at, created_at)
    select id::uuid, 's', '', '', id, settled_at, now() - interval '400 days' from (values
      ('00000000-0000-0000-0000-000000000001', now() - interval '366 days'),
      ('00000000-0000-0000-0000-000000000002', now() - interval '364 days'),
      ('00000000-0000-0000-0000-000000000003', null),
      ('00000000-0000-0000-0000-000000000004', null)) r (id, settled_at)`);
  await server.sql(`
    insert into wordings (type, texts, arguments, hash, unused_since) values
      ('gone', '[]', '[]', 'nobody reads it', now() - interval '31 days'),
      ('gone', '[]', '[]', 'a row is read in it', now() - interval '31 days'),
      ('gone', '[]', '[]', 'a short while ago', now() - interval '29 days'),
      ('gone', '[]', '[]', 'new', null)`);
  await server.sql(`
    insert into notifications (user_id, seq, change_seq, type, category, title, message, request_id, wording)
    select 'anna', 1, 1, 'gone', 'general', '', '', '00000000-0000-0000-0000-000000000003', id
    from wordings where hash = 'a row is read in it'`);
  await clean(database, [createRequests({ database } as Platform, {} as RequestsNeeds)]);
  await purgeWordings(database);
  const requests = await server.sql(
    `select right(id::text, 1) as id from requests where service = 's' order by id`,
  );
  expect(requests.map(({ id }) => id)).toEqual(['2', '3']);
  const words = await server.sql(
    `select hash, unused_since is null as used from wordings where type = 'gone' or unused_since is not null order by id`,
  );
  expect(words).toEqual([
    { hash: 'a row is read in it', used: false },
    { hash: 'a short while ago', used: false },
    { hash: 'new', used: false },
  ]);
});
