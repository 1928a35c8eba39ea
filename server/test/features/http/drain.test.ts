import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, queryOn, type TestDatabase } from '../../support/services/database.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { SteadySenders } from '../../support/steady-senders.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  database = await createDatabase();
  server = await startServerProcess(database.url, { LOG_LEVEL: 'error' });
});

afterAll(() => database.drop());

test('a replica ends as soon as the last request is answered, and keeps no connection for the next one', async () => {
  const senders = new SteadySenders(server, 30);
  await until(() => senders.acknowledged.length > 100);
  const begun = performance.now();
  const settled = senders.settle(queryOn(database.url)); // the last ones are under way
  expect(await server.stop()).toBe(0);
  // It used to wait 10 s for connections that had become idle after the signal.
  expect(performance.now() - begun).toBeLessThan(8_000);
  await settled;
}, 60_000);
