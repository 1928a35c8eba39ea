import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { bareSchema } from '../bare-schema.ts';

const HEADER = '# Written by `npm run codegen` from the classes in server/src. Do not edit.\n\n';
const schema = bareSchema();
writeFileSync(
  new URL('../../../schema.graphql', import.meta.url),
  `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`,
);
