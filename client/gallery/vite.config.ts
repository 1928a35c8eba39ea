// The gallery: every state of our pages with made-up data. "npm run gallery"; the tests build it and look at all of it.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { catalogues } from '../words/catalogues.ts';

const at = (...parts: string[]) => path.join(import.meta.dirname, ...parts);

/** The made-up server reads the schema where it is; a browser is given it. */
const schemaInBrowser = (): Plugin => ({
  name: 'schema-in-browser',
  enforce: 'pre',
  resolveId: (source) => (/\/fake-schema\.ts$/.test(source) ? at('schema.ts') : null),
});

export default defineConfig({
  root: import.meta.dirname,
  publicDir: at('../public'),
  plugins: [catalogues({ areNumbered: false }), schemaInBrowser(), react()],
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  server: { port: 5174, fs: { allow: [at('../..')] } },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: [at('index.html'), at('stage.html')],
      output: {
        // A page that does not load can be told from what it shares with others.
        chunkFileNames: ({ isDynamicEntry }) =>
          isDynamicEntry ? 'assets/[name]-[hash].js' : 'assets/shared/[name]-[hash].js',
      },
    },
  },
});
