import path from 'node:path';
import type { Plugin } from 'vite';

/** The made-up server reads the schema where it is; a browser is given it. */
export const schemaInBrowser = (): Plugin => ({
  name: 'schema-in-browser',
  enforce: 'pre',
  resolveId: (source) =>
    /\/fake-schema\.ts$/.test(source) ? path.join(import.meta.dirname, 'schema.ts') : null,
});
