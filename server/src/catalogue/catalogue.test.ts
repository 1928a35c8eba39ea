import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Severity } from '../inbox/severity.ts';
import { Catalogue } from './catalogue.ts';
import { account, general, type Category } from './category.ts';
import type { DeclaredType } from './declared-type.ts';

/** What PostgreSQL would say. */
let stored: { version: number; categories: Category[]; types: DeclaredType[] };
let reads: number;
let isAway: boolean;
let catalogue: Catalogue;

const type = (name: string, wording: number): DeclaredType => ({
  ...{ name, category: 'general', severity: Severity.NORMAL, wording, arguments: [] },
});

beforeEach(() => {
  stored = { version: 1, categories: [], types: [] };
  [reads, isAway] = [0, false];
  const answer = async <T>(value: () => T): Promise<T> => {
    if (isAway) throw new Error('away');
    return value();
  };
  catalogue = new Catalogue(
    {
      version: () => answer(() => stored.version),
      read: () => answer(() => (reads++, { ...stored })),
    },
    [general, account],
  );
});

afterEach(() => catalogue.stop());

const start = (...own: DeclaredType[]) => catalogue.start(own, () => undefined);

function change(more: Partial<typeof stored>): Promise<void> {
  stored = { ...stored, ...more, version: stored.version + 1 };
  return catalogue.refresh();
}

test('nothing is read as long as nothing has changed', async () => {
  await start();
  await catalogue.refresh();
  await catalogue.refresh();
  expect(reads).toBe(1);
  await change({ types: [type('paid', 7)] });
  expect({ reads, wording: catalogue.type('paid')?.wording }).toEqual({ reads: 2, wording: 7 });
});

test('while PostgreSQL is away what was known holds, and a change meanwhile is met afterwards', async () => {
  stored.types = [type('paid', 7)];
  await start();
  isAway = true;
  await expect(change({ types: [type('paid', 8)] })).rejects.toThrow('away');
  expect(catalogue.type('paid')?.wording).toBe(7);
  isAway = false;
  await catalogue.refresh();
  expect(catalogue.type('paid')?.wording).toBe(8);
});

test('the program’s own are as it has them, whatever another version of it has declared', async () => {
  stored.types = [type('submitted', 9), type('of a later version', 3)];
  stored.categories = [{ ...general, title: [{ language: 'en', text: 'Another' }] }];
  await start(type('submitted', 2));
  expect(catalogue.type('submitted')?.wording).toBe(2);
  expect(catalogue.type('of a later version')?.wording).toBe(3);
  expect(catalogue.category('general')).toBe(general);
});

test('categories come in the order of their declaration, those of the program first', async () => {
  const named = (name: string) => ({ ...general, name });
  stored.categories = [named('b'), account, named('a'), general];
  await start();
  expect(catalogue.categories.map(({ name }) => name)).toEqual(['general', 'account', 'b', 'a']);
});
