import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // Asked of the running server.
  schema: `${process.env['CARILLON'] ?? 'http://localhost:4000'}/graphql`,
  documents: 'main.ts',
  importExtension: '.ts',
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { DateTime: 'string', JSONObject: 'Record<string, unknown>' },
      },
    },
  },
};

export default config;
