import { FirstTables } from './001-first-tables.ts';

/** In the order they are applied. Append only: what has run somewhere is never changed. */
export const migrations = [{ name: '001-first-tables', class: FirstTables }];
