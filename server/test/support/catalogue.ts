import { Catalogue } from '../../src/catalogue/catalogue.ts';
import { account, general, type Category } from '../../src/catalogue/category.ts';

/** Of these alone, with no database behind it. */
export const catalogueOf = (...categories: Category[]) =>
  new Catalogue({ version: async () => 0, read: async () => ({ categories: [], types: [] }) }, [
    ...categories,
    general,
    account,
  ]);
