// In the gallery another file stands in the place of this one: client/gallery/schema.ts.
import { readFileSync } from 'node:fs';

/** What the server can be asked. */
export const schemaText = readFileSync('schema.graphql', 'utf8');
