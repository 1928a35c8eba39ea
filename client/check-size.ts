// What a browser fetches before it can show a page, compressed as it is served. Fails where it is more than agreed.
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { withImports } from './loaded-chunks.ts';
import { LANGUAGES } from './src/words/languages.ts';

const MAX_CSS_KB = 25;
const MAX_JS_KB = 170;

// By the modules that bring them, and by the parts of the catalogue of their words.
const SHELL = ['main.tsx', 'app/signed-in.tsx'];
const OF_APPLICATIONS = ['first', 'applications'];
const PAGES = [
  { name: 'sign-in', modules: ['main.tsx', 'session/sign-in-page.tsx'], words: ['first', 'door'] },
  { name: 'applications', modules: [...SHELL, 'applications/applications-page.tsx'], words: OF_APPLICATIONS },
  { name: 'notifications', modules: [...SHELL, 'notifications/page/notifications-page.tsx'] },
  {
    name: 'a notification',
    modules: [...SHELL, 'notifications/page/notification-page.tsx'],
    words: ['first', 'why'],
  },
  {
    name: 'an application',
    modules: [...SHELL, 'applications/application-page.tsx'],
    words: OF_APPLICATIONS,
  },
  {
    name: 'new application',
    modules: [...SHELL, 'applications/new-application-page.tsx'],
    words: OF_APPLICATIONS,
  },
  { name: 'preferences', modules: [...SHELL, 'app/preferences.tsx'], words: ['first', 'preferences'] },
];

const { output } = (await build({
  configFile: path.join(import.meta.dirname, 'vite.config.ts'),
  logLevel: 'error',
  build: { write: false },
})) as Rolldown.RolldownOutput;
const files = new Map(output.map((file) => [file.fileName, file]));

const rows = PAGES.map(({ name, modules, words = ['first'] }) => {
  const loaded = modules.flatMap((module) => withImports(chunkOf(module), files));
  const styles = loaded.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  // In the language that takes most.
  const said = LANGUAGES.map((language) =>
    weigh(words.map((part) => chunkOf(`words/${language}.json?part=${part}`).fileName)),
  );
  const js = weigh(loaded.map(({ fileName }) => fileName)) + Math.max(...said);
  const css = weigh(styles);
  return { name, js, css, isTooMuch: js > MAX_JS_KB || css > MAX_CSS_KB };
});

const line = (name: string, ...cells: string[]) =>
  console.log(name.padEnd(18) + cells.map((cell) => cell.padStart(16)).join(''));
line('page', 'script kB (max)', 'styles kB (max)');
for (const { name, js, css, isTooMuch } of rows) {
  const cells = [`${js.toFixed(1)} (${MAX_JS_KB})`, `${css.toFixed(1)} (${MAX_CSS_KB})`];
  line(name, ...cells, ...(isTooMuch ? ['TOO MUCH'] : []));
}
if (rows.some(({ isTooMuch }) => isTooMuch)) process.exitCode = 1;

function chunkOf(module: string): Rolldown.OutputChunk {
  const id = path.join(import.meta.dirname, 'src', module);
  const found = output.find((file) => file.type === 'chunk' && file.moduleIds.includes(id));
  if (found?.type !== 'chunk') throw new Error(`No part of the build has ${module}`);
  return found;
}

function weigh(names: string[]): number {
  const sizes = [...new Set(names)].map((name) => {
    const file = files.get(name);
    if (!file) throw new Error(`The build has no ${name}`);
    return brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length;
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
