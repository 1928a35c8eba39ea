import { globSync } from 'node:fs';
import path from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

const documents = 'client/src/**/*.graphql';
const generated = 'client/src/generated/';

/** A module for each file of operations: a page loads only those that it needs. */
const operations = globSync(documents).map((source) => [
  `${generated}${path.basename(source, '.graphql')}.ts`,
  { documents, plugins: ['./client/codegen/operations.mjs'], config: { source } },
]);

const config: CodegenConfig = {
  schema: 'schema.graphql',
  importExtension: '.ts',
  generates: {
    [`${generated}graphql.ts`]: {
      documents,
      plugins: ['typescript-operations'],
      config: { enumsAsTypes: true, useTypeImports: true, scalars: { DateTime: 'string' } },
    },
    ...Object.fromEntries(operations),
  },
};

export default config;
