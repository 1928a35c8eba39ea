import { FirstTables } from './001-first-tables.ts';
import { ArchiveAndRemoval } from './002-archive-and-removal.ts';

/** In the order they are applied. Append only: what has run somewhere is never changed. */
export const migrations = [
  { name: '001-first-tables', class: FirstTables },
  { name: '002-archive-and-removal', class: ArchiveAndRemoval },
];
