import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../schema.ts';

const HEADER = '# Written by `npm run codegen` from the classes in server/src. Do not edit.\n\n';
const schema = createSchema(new Map(), () => false);
writeFileSync(
  new URL('../../../schema.graphql', import.meta.url),
  `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`,
);
