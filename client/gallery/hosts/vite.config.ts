// The part of the gallery that shows what stands on other people's pages: drawn as in packages, in shadow roots.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { drawn, TARGETS } from '../../packages/packages.ts';
import { catalogues } from '../../words/catalogues.ts';
import { schemaInBrowser } from '../schema-in-browser.ts';

const at = (...parts: string[]) => path.join(import.meta.dirname, ...parts);

const stagedClient = (): Plugin => ({
  name: 'staged-client',
  enforce: 'pre',
  resolveId: (source) => (/\/apollo\/inbox-client\.ts$/.test(source) ? at('staged-client.ts') : null),
});

/** What the package says of effects holds for what is built of it, not for its sources. */
const elementsDefined = (): Plugin => ({
  name: 'elements-defined',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('/elements.tsx')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && { ...found, moduleSideEffects: true };
  },
});

export default defineConfig({
  root: import.meta.dirname,
  base: '/hosts/',
  plugins: [
    catalogues({ areNumbered: false }),
    schemaInBrowser(),
    stagedClient(),
    elementsDefined(),
    ...drawn(),
    react(),
  ],
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  server: { fs: { allow: [at('../../..')] } },
  build: {
    ...TARGETS,
    outDir: at('../dist/hosts'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: Infinity,
  },
});
