import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { DeclaredCategoryEntity, DeclaredTypeEntity } from './catalogue.entities.ts';
import { declareFile } from './catalogue-file.ts';
import { CatalogueResolver } from './catalogue.resolver.ts';
import { CatalogueStore } from './catalogue.store.ts';
import { Catalogue } from './catalogue.ts';
import { account, general, type Category } from './category.ts';
import type { TypeDeclaration } from './declared-type.ts';
import { purgeWordings } from './wording/purge-wordings.ts';
import { Wordings } from './wording/wordings.ts';

export interface CatalogueNeeds {
  /** The categories of the program itself, besides the general ones. */
  readonly categories: readonly Category[];
  /** Its types. */
  readonly types: readonly TypeDeclaration[];
  /** Where the operator's declarations are; undefined: whatever was declared by a file stays. */
  readonly file: string | undefined;
}

/** The categories and types that are declared: by the program, by the operator's file, by hosts. */
export function createCatalogue(
  { database, onTrouble }: Platform,
  { types, file, ...needs }: CatalogueNeeds,
): Feature & { readonly catalogue: Catalogue; readonly wordings: Wordings } {
  const categories = [...needs.categories, general, account];
  const store = new CatalogueStore(database);
  const catalogue = new Catalogue(store, categories);
  return {
    catalogue,
    wordings: new Wordings(database),
    entities: [DeclaredCategoryEntity, DeclaredTypeEntity],
    resolvers: [new CatalogueResolver(store, catalogue)],
    // Who is told when nobody has answered in time.
    personal: [
      {
        table: 'declared_types',
        of: 'escalate_to = $1',
        exported: ['name'],
        erased: { overwritten: { escalate_to: 'null', escalate_after_minutes: 'null' } },
      },
    ],
    prepare: async () => {
      await store.declareAll('CODE', { categories, types }, async (change) => {
        for (const category of categories) await change.declareCategory(category);
        for (const type of types) await change.declareType(type);
      });
      if (file !== undefined) await declareFile(store, file);
      const names = new Set(types.map(({ name }) => name));
      const known = await store.read();
      await catalogue.start(
        known.types.filter(({ name }) => names.has(name)),
        onTrouble,
      );
    },
    upkeep: () => purgeWordings(database),
    close: () => catalogue.stop(),
  };
}
