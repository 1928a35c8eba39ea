import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config.ts';
import { createFeatures } from '../../../src/features.ts';
import type { Personal } from '../../../src/platform/personal.ts';
import { createPlatform } from '../../../src/platform/platform.ts';
import type { Database } from '../../../src/platform/postgres/database.ts';
import { columnsOf } from '../../support/rights/traces.ts';
import { settingsOf, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Names of columns that hold who somebody is. Whoever adds another kind of name adds it here. */
const WHO =
  /^(user_id|recipient_id|candidate_id|instructor_id|decided_by_id|escalate_to|owner_id|created_by|reader_id|email|phone|number|actor|actors|outcome|service)$/;

/** They hold an id for a while, and what becomes of it stands with them. */
const WITHOUT = new Set(['erasures']);

/** Their services are programs: an admin's name is in neither. */
const OF_PROGRAMS = new Set(['service_keys', 'sql_senders']);

function personal(): readonly Personal[] {
  const config = readConfig(settingsOf('postgres://nowhere'));
  const log = { info: () => undefined, warn: () => undefined };
  const platform = createPlatform(config, {} as Database, log);
  return createFeatures(config, platform, () => new Date()).all.flatMap((feature) => feature.personal ?? []);
}

test('every table that can say who somebody is says what becomes of that', async () => {
  const declared = new Set(personal().map(({ table }) => table.split('.').at(-1)!));
  const silent = (await columnsOf(server))
    .filter(({ table, column }) => WHO.test(column) && !declared.has(table))
    .filter(({ table }) => !WITHOUT.has(table) && !OF_PROGRAMS.has(table))
    .map(({ table, column }) => `${table}.${column}`);
  expect(silent).toEqual([]);
});

test('what is said of tables can be asked of them', async () => {
  for (const { table, of, exported, erased } of personal()) {
    const columns = exported.length > 0 ? exported.join(', ') : '1';
    expect(await server.sql(`select ${columns} from ${table} where ${of}`, ['nobody at all'])).toEqual([]);
    if (typeof erased === 'object' && 'overwritten' in erased)
      await server.sql(
        `update ${table} set ${Object.entries(erased.overwritten)
          .map(([column, value]) => `${column} = ${value}`)
          .join(', ')} where ${of}`,
        ['nobody at all'],
      );
  }
});
