import type { CodegenConfig } from '@graphql-codegen/cli';

const documents = 'client/src/**/*.graphql';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  importExtension: '.ts',
  generates: {
    'client/src/generated/': {
      documents,
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: { enumsAsTypes: true, useTypeImports: true, scalars: { DateTime: 'string' } },
    },
    'client/src/generated/hooks.ts': {
      documents,
      plugins: ['./client/codegen/apollo-hooks.mjs'],
      config: { documentsFrom: './graphql.ts' },
    },
  },
};

export default config;
