// The gallery: every state of our pages with made-up data. "npm run gallery"; the tests build it and look at all of it.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer, defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { catalogues } from '../words/catalogues.ts';
import { schemaInBrowser } from './schema-in-browser.ts';

const at = (...parts: string[]) => path.join(import.meta.dirname, ...parts);

/** The other part has a server of its own, behind this one. */
const hostsBehind = (): Plugin => ({
  name: 'hosts-behind',
  apply: 'serve',
  async configureServer({ middlewares }) {
    const { middlewares: hosts } = await createServer({
      configFile: at('hosts/vite.config.ts'),
      server: { middlewareMode: true },
    });
    middlewares.use((request, response, next) =>
      request.url?.startsWith('/hosts/') ? hosts(request, response, next) : next(),
    );
  },
});

export default defineConfig({
  root: import.meta.dirname,
  publicDir: at('../public'),
  plugins: [catalogues({ areNumbered: false }), schemaInBrowser(), hostsBehind(), react()],
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
