import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from '../../support/acts.ts';
import { createDatabase, queryOn, type TestDatabase } from '../../support/services/database.ts';
import { bringForward, newReader, untilEmail } from '../../support/email/emails.ts';
import { metricsOf } from '../../support/metrics.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { until } from '../../support/until.ts';

let smtp: SmtpStage;
let database: TestDatabase;
let server: ServerProcess | undefined;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  database = await createDatabase();
});

afterEach(async () => {
  expect(await server?.stop()).toBe(0);
});

afterAll(async () => {
  await smtp.down();
  await database.drop();
});

const sql = <Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]> =>
  queryOn(database.url)<Row>(text, values);

const start = async (settings: Record<string, string>): Promise<ServerProcess> =>
  (server = await startServerProcess(database.url, { ...settings, LOG_LEVEL: 'error' }));

describe('DATABASE_POOL_SIZE is all that a replica opens', () => {
  for (const size of [2, 3, 5, 20])
    test(`${size}, with requests, e-mails and metrics all at once`, async () => {
      const replica = await start({ ...smtp.settings, DATABASE_POOL_SIZE: String(size) });
      const reader = await newReader(replica);
      let most = 0;
      let isDone = false;
      const counting = (async () => {
        while (!isDone) {
          const [row] = await sql<{ count: number }>(
            `select count(*)::int from pg_stat_activity
             where datname = current_database() and application_name like 'carillon%'`,
          );
          most = Math.max(most, row!.count);
        }
      })();
      const ids = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          await metricsOf(replica.url);
          return send(replica, index === 0 ? reader.id : `${reader.id} ${index}`, {
            idempotencyKey: `${index}`,
          });
        }),
      );
      await bringForward({ sql }, reader.id);
      await untilEmail(replica, reader, ids[0]!, { status: 'SENT' });
      isDone = true;
      await counting;
      expect(most).toBeLessThanOrEqual(size);
      expect(most).toBeGreaterThan(Math.min(size, 5) - 2);
    });
});

test('who asks for the metrics is not counted among those who wait for a connection', async () => {
  const replica = await start({ DATABASE_POOL_SIZE: '2' });
  const pages = () => Promise.all(Array.from({ length: 20 }, async () => metricsOf(replica.url)));
  // What a replica does by itself, when it starts and now and then, may wait indeed.
  await until(async () => (await pages()).every((page) => /^carillon_pool_waiting 0$/m.test(page)));
});
