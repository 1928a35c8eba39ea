import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../../src/platform/postgres/database.ts';
import { readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => void (server = await startServer()));
afterAll(() => server.close());

test('a replica starts while somebody who died in a change holds the catalogue', async () => {
  const holder = await Database.connect({ url: server.databaseUrl, poolSize: 1 });
  const [isHeld, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const change = holder.transaction(
    async (sql) => {
      await sql.query('select from catalogue_version for update');
      isHeld.resolve();
      await letGo.promise;
    },
    { longestMs: 60_000 },
  );
  await isHeld.promise;
  const other = await startServer({}, server.databaseUrl);
  const { categories } = await readPreferences(other, candidate('reader'));
  expect(categories).toContainEqual(expect.objectContaining({ title: 'Applications' }));
  await other.app.close();
  letGo.resolve();
  await change;
  await holder.close();
});
