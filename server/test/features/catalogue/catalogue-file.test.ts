import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declareFile } from '../../../src/catalogue/catalogue-file.ts';
import { DeclaredCategoryEntity, DeclaredTypeEntity } from '../../../src/catalogue/catalogue.entities.ts';
import { CatalogueStore } from '../../../src/catalogue/catalogue.store.ts';
import { OperatorError } from '../../../src/platform/operator-error.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { listOf, send } from '../../support/acts.ts';
import {
  BILLING,
  declareCategory,
  declareType,
  PAID,
  PAID_DATA,
  removeCategory,
  removeType,
} from '../../support/declaring.ts';
import { textsOf } from '../../support/documents.ts';
import { readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';
import { candidate } from '../../support/token.ts';

let folder: string;
let server: TestServer;
let database: Database;

/** What a start does with the file: one that is refused leaves the process, which a test cannot. */
const declaring = async (content: unknown) =>
  declareFile(new CatalogueStore(database), await written(content));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carillon-catalogue-'));
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 2 });
  database.know([DeclaredCategoryEntity, DeclaredTypeEntity]);
});

afterAll(async () => {
  await database.close();
  await server.close();
  await rm(folder, { recursive: true });
});

async function written(content: unknown): Promise<string> {
  const path = join(folder, 'catalogue.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Starts another replica on the same database with this file, and ends it. */
async function startWith(content: unknown): Promise<void> {
  const path = await written(content);
  const other = await startServer({ CATALOGUE_FILE: path }, server.databaseUrl);
  await other.app.close();
}

const declared = () =>
  server.sql(`select name from declared_categories where source = 'FILE'
    union all select name from declared_types where source = 'FILE' order by name`);

const FILE = {
  categories: [{ ...BILLING, channels: ['EMAIL'], emailAfterMinutes: 5 }],
  types: [{ ...PAID, severity: 'LOW' }],
};

test('what it declares is there from the start; what vanishes from it is removed, and read as before', async () => {
  for (const _twice of [1, 2]) await startWith(FILE);
  expect(await declared()).toEqual([{ name: 'billing' }, { name: 'invoice_paid' }]);
  expect(await server.sql('select id from wordings where type = $1', [PAID.name])).toHaveLength(1);
  await send(server, 'reader', { type: PAID.name, title: null, message: null, data: PAID_DATA });
  const [row] = await server.sql(`select severity, category from notifications where user_id = 'reader'`);
  expect(row).toEqual({ severity: 'LOW', category: 'billing' });

  await startWith({ categories: [{ ...BILLING, title: [{ language: 'EN', text: 'Invoices' }] }] });
  expect(await declared()).toEqual([{ name: 'billing' }]);
  await startWith({});
  expect(await declared()).toEqual([]);
  const later = await startServer({}, server.databaseUrl);
  expect((await listOf(later, candidate('reader')))[0]!.title).toBe('2 invoices paid');
  const { categories } = await readPreferences(later, candidate('reader'));
  expect(categories.find(({ category }) => category === 'billing')!.title).toBe('Billing');
  await later.app.close();
});

test('the one of declaring.md is one', async () => {
  const [documented] = textsOf('docs/declaring.md', 'json');
  await startWith(JSON.parse(documented!));
  expect(await declared()).toEqual([{ name: 'billing' }, { name: 'invoice_paid' }]);
  await startWith({});
});

test('its types may grow, and stop growing when it says so', async () => {
  const columns = `select group_minutes as minutes from declared_types where name = $1`;
  const about = { type: PAID.name, title: null, message: null, data: PAID_DATA };
  const subject = { type: 'invoice', id: '7' };
  for (const [groupMinutes, kept, rows] of [
    [1, 1, 1],
    [10_080, 10_080, 1],
    [null, null, 2],
    [undefined, null, 2],
  ] as const) {
    await startWith({ ...FILE, types: [{ ...PAID, groupMinutes }] });
    expect(await server.sql(columns, [PAID.name])).toEqual([{ minutes: kept }]);
    // The replica that sends hears of it a moment later.
    await until(async () => {
      const recipient = randomUUID();
      for (const _twice of [1, 2]) await send(server, recipient, { ...about, subject });
      return (await listOf(server, candidate(recipient))).length === rows;
    });
  }
  await startWith({});
});

test('a replica without one leaves what another has declared', async () => {
  await startWith(FILE);
  const other = await startServer({}, server.databaseUrl);
  await other.app.close();
  expect(await declared()).toHaveLength(2);
  await startWith({});
});

test('what it declares a service can neither change nor take back, nor the other way round', async () => {
  await startWith(FILE);
  expect((await declareCategory(server, BILLING)).code).toBe('CONFLICT');
  expect((await declareType(server, PAID)).code).toBe('CONFLICT');
  expect((await removeType(server, PAID.name)).code).toBe('CONFLICT');
  expect((await removeCategory(server, 'billing')).code).toBe('CONFLICT');
  await startWith({});
  await declareCategory(server, BILLING);
  await declareType(server, PAID);
  await expect(declaring(FILE)).rejects.toThrow(
    'category "billing": The category "billing" is declared by a service',
  );
  expect(await declared()).toEqual([]);
  await removeType(server, PAID.name);
  await removeCategory(server, 'billing');
});

describe('is refused with the reason:', () => {
  const type = (more: object) => ({ ...FILE, types: [{ ...PAID, ...more }] });
  const worded = (more: object) => type({ wording: [{ language: 'EN', title: 'T', message: 'M', ...more }] });

  test.each([
    ['what is not JSON', '{', 'cannot be read'],
    ['another shape', { types: [{ name: 'x' }] }, 'types.0.wording'],
    ['a word that nobody knows', { kinds: [] }, 'kinds'],
    ['a language that nobody speaks', worded({ language: 'XX' }), 'types.0.wording.0.language'],
    ['a template that does not parse', worded({ title: '{' }), 'type "invoice_paid": wording.title'],
    [
      'a category that is not there',
      type({ category: 'nowhere' }),
      'type "invoice_paid": The category "nowhere"',
    ],
    ['no time to grow in', type({ groupMinutes: 0 }), 'type "invoice_paid": groupMinutes'],
    ['a negative one', type({ groupMinutes: -60 }), 'type "invoice_paid": groupMinutes'],
    [
      'nobody to tell',
      type({ escalateAfterMinutes: 5 }),
      'type "invoice_paid": Say both escalateAfterMinutes',
    ],
    ['more than a week', type({ groupMinutes: 10_081 }), 'type "invoice_paid": groupMinutes'],
    ['a part of a minute', type({ groupMinutes: 1.5 }), 'types.0.groupMinutes'],
    ['a time in words', type({ groupMinutes: '60' }), 'types.0.groupMinutes'],
    ['a time that is yes or no', type({ groupMinutes: true }), 'types.0.groupMinutes'],
    [
      'a name that is built in',
      { categories: [{ ...BILLING, name: 'general' }] },
      'declared by Carillon itself',
    ],
  ])('%s', async (_what, content, reason) => {
    await expect(declaring(content)).rejects.toThrow(OperatorError);
    await expect(declaring(content)).rejects.toThrow(reason);
    expect(await declared()).toEqual([]);
  });

  test('a file that is not there', async () => {
    const reading = declareFile(new CatalogueStore(database), join(folder, 'nowhere.json'));
    await expect(reading).rejects.toThrow('cannot be read');
  });
});
