import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Severity } from '../inbox/severity.ts';
import { PublicError } from '../platform/errors.ts';
import { OperatorError } from '../platform/operator-error.ts';
import type { CatalogueStore } from './catalogue.store.ts';
import { Channel, type Category } from './category.ts';
import { checkCategory, checkType } from './declarations.ts';
import type { TypeDeclaration } from './declared-type.ts';
import { LANGUAGES, type Language } from './language.ts';

const language = z
  .enum(LANGUAGES.map((name) => name.toUpperCase()))
  .transform((name) => name.toLowerCase() as Language);

/** As the inputs of the mutations: whoever knows one knows the other. */
const schema = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        name: z.string(),
        title: z.array(z.strictObject({ language, text: z.string() })),
        channels: z.array(z.enum(Channel)).nullish(),
        isCritical: z.boolean().nullish(),
        emailAfterMinutes: z.int().nullish(),
      }),
    )
    .default([]),
  types: z
    .array(
      z.strictObject({
        name: z.string(),
        category: z.string(),
        severity: z.enum(Severity).nullish(),
        groupMinutes: z.int().nullish(),
        escalateAfterMinutes: z.int().nullish(),
        escalateTo: z.string().nullish(),
        wording: z.array(
          z.strictObject({
            language,
            title: z.string(),
            message: z.string(),
            emailSubject: z.string().nullish(),
            url: z.string().nullish(),
          }),
        ),
      }),
    )
    .default([]),
});

/**
 * What the operator keeps beside the configuration: all of it is declared, and what an earlier one had declared and this
 * one does not is removed.
 * @throws OperatorError that says what is wrong with the file, and where
 */
export async function declareFile(store: CatalogueStore, path: string): Promise<void> {
  const { categories, types } = await readDeclarations(path);
  await store.declareAll('FILE', { categories, types }, async (change) => {
    for (const category of categories)
      await explained(path, `category "${category.name}"`, () => change.declareCategory(category));
    for (const type of types) await explained(path, `type "${type.name}"`, () => change.declareType(type));
    const named = (items: readonly { name: string }[]) => new Set(items.map(({ name }) => name));
    await explained(path, 'what is not there any more', () =>
      change.removeOthers(named(categories), named(types)),
    );
  });
}

async function readDeclarations(path: string): Promise<{ categories: Category[]; types: TypeDeclaration[] }> {
  const { data, error } = schema.safeParse(await parsed(path));
  if (error) {
    const problems = error.issues.map(({ path: place, message }) => `  - ${place.join('.')}: ${message}`);
    throw new OperatorError([`CATALOGUE_FILE ${path} is not usable:`, ...problems].join('\n'));
  }
  return {
    categories: await all(data.categories, (input) =>
      explained(path, `category "${input.name}"`, () => checkCategory(input)),
    ),
    types: await all(data.types, (input) => explained(path, `type "${input.name}"`, () => checkType(input))),
  };
}

const all = <T, Result>(items: readonly T[], check: (item: T) => Promise<Result>): Promise<Result[]> =>
  Promise.all(items.map(check));

async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`CATALOGUE_FILE ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** What a service would be told, the operator is. */
async function explained<T>(path: string, what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    throw new OperatorError(`CATALOGUE_FILE ${path}, ${what}: ${error.message}`);
  }
}
