import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPgBouncer, type LocalPgBouncer } from '../../../local/programs/pgbouncer.ts';
import { countsOf, send } from '../../support/acts.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { runTests } from '../../support/run-tests.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { candidate } from '../../support/token.ts';

// In transaction mode each transaction is given any of three connections, with what others have left there.

const CORE = ['email/email', 'inbox/inbox-changes', 'sending/sending'];

let postgres: OwnPostgres;
let pooler: LocalPgBouncer;
let replicas: ServerProcess[] = [];

beforeAll(async () => {
  postgres = await OwnPostgres.open();
  pooler = await startPgBouncer(postgres.port);
}, 60_000);

afterAll(async () => {
  for (const replica of replicas) expect(await replica.stop()).toBe(0);
  await pooler.stop();
  await postgres.discard();
}, 60_000);

test('replicas that start together migrate once, and share the connections without a word to the callers', async () => {
  const url = new URL(postgres.url);
  url.port = String(pooler.port);
  const settings = { LOG_LEVEL: 'warn' };
  replicas = await Promise.all([1, 2].map(() => startServerProcess(url.href, settings)));
  // Each statement that differs and each replica has names of its own to get into each other's way with.
  const users = Array.from({ length: 12 }, (_, index) => `reader-${index}`);
  for (let round = 1; round <= 10; round++) {
    await Promise.all(
      users.map((user, index) =>
        send(replicas[index % 2]!, user, index % 3 ? {} : { idempotencyKey: `${user} ${round}` }),
      ),
    );
    const counts = await Promise.all(
      users.map((user, index) => countsOf(replicas[(index + 1) % 2]!, candidate(user))),
    );
    for (const { seq, unread } of counts) expect([seq, unread]).toEqual([round, round]);
  }
  const [migrations] = await postgres.sql(
    'select count(*)::int as done, count(distinct name)::int as names from migrations',
  );
  expect(migrations!.done).toBe(migrations!.names);
}, 120_000);

test('what Carillon is about works behind PgBouncer', async () => {
  const said = await runTests(CORE, { CARILLON_TEST_POOLER: 'true' });
  expect(said).toContain(`${CORE.length} passed, ${CORE.length} total`);
}, 240_000);
