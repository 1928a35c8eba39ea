import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv, type Plugin } from 'vite';
import { OUR_FILES } from './files-of-build.ts';
import { WRITING } from './src/words/languages.ts';
import { catalogues, firstParts, nameOfPart } from './words/catalogues.ts';

// Where the server listens, by the same variable as for itself.
const { PORT = '4000' } = loadEnv('development', import.meta.dirname, 'PORT');
const server = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [catalogues(), react(), unusedParts(), beforePaint(), offlineFiles(), trustedDocuments()],
  // Where a library has its classes as classes too, and not only as functions with helpers.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/explorer': { target: server },
      '/sign-in/oidc': { target: server },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Everything is served from our own origin; nothing is inlined, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    // Browsers without it load the same parts, a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${nameOfPart(facadeModuleId) ?? '[name]'}-[hash].js`,
        // Libraries change less often than we do; a browser that has them keeps them.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              // Not the socket, which no page waits for.
              test: /node_modules\/(react(-dom|-router)?|scheduler|@apollo(?!.*\/link\/subscriptions)|graphql|rxjs|optimism|@wry)\//,
            },
            ...OUR_FILES,
          ],
        },
      },
    },
  },
});

/** Puts the one script that must run before anything is painted into the page's head, under a name that can be kept. */
function beforePaint(): Plugin {
  const file = 'src/before-paint.js';
  const name = 'before-paint.js';
  return {
    name: 'before-paint',
    buildStart() {
      const text = readFileSync(new URL(file, import.meta.url), 'utf8');
      // Nobody's to wait for.
      const source = text.replaceAll(/^\s*\/\/.*\n|^\s+/gm, '');
      if (this.environment.mode === 'build') this.emitFile({ type: 'asset', name, source });
    },
    transformIndexHtml(_, { bundle = {} }) {
      const built = Object.values(bundle).find(
        (output) => output.type === 'asset' && output.names.includes(name),
      );
      const words = firstParts(bundle);
      const languages = Object.entries(WRITING).map(([language, { isRightToLeft }]) => [
        language,
        { dir: isRightToLeft ? 'rtl' : 'ltr', words: words.get(language) },
      ]);
      const attrs = { src: `/${built?.fileName ?? file}`, 'data-languages': JSON.stringify(languages) };
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
    },
  };
}

/**
 * The router's own links, which no page uses, would stay in the build with all that they need: it cannot know that to
 * make or name them changes nothing else.
 */
function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\// },
      handler: (code) =>
        code
          .replaceAll(/^\w+\.displayName = "\w+";$/gm, '')
          .replaceAll(
            /^(const \w+ = )(?=React\$1\.(forwardRef|createContext|memo)\()/gm,
            '$1/* @__PURE__ */ ',
          ),
    },
  };
}

/** Puts beside the client what it asks, so that the server knows it by its ids. */
function trustedDocuments(): Plugin {
  const fileName = 'trusted-documents.json';
  return {
    name: 'trusted-documents',
    generateBundle() {
      const source = readFileSync(new URL(`src/generated/${fileName}`, import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Tells the worker what the app consists of, so that it can keep all of it (public/offline-pages.js). */
function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `/${name}`)
        .sort();
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      const source = JSON.stringify({ version, files });
      this.emitFile({ type: 'asset', fileName: 'offline-files.json', source });
    },
  };
}
