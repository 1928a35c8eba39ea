// The packages for host applications: what each consists of, and how it is built.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { catalogues, nameOfPart, onlySaid } from '../words/catalogues.ts';
import { shadowStyles } from './shadow-styles.ts';

type Manifest = Partial<Record<'dependencies' | 'peerDependencies', Record<string, string>>>;

const at = (...parts: string[]) => path.join(import.meta.dirname, ...parts);

/** The names of all that is installed beside a package. */
function installedWith(name: string): string[] {
  const manifest = JSON.parse(readFileSync(at(name, 'package.json'), 'utf8')) as Manifest;
  return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
}

/** Hosts build for the browsers of theirs; the style sheets are as ours are written. */
export const TARGETS = { target: 'es2023', cssTarget: 'esnext' } as const;

/**
 * What the bell needs is one file, and what its panel needs beyond that another: of what several parts share, a host's build would
 * make many small ones. Each style sheet has a file of its own, since these alone do something by being imported: the manifest
 * says so, and whatever else is not used is left out of what the host builds.
 */
const FOR_BUILDS: Rolldown.OutputOptions = {
  chunkFileNames: ({ name, facadeModuleId }) =>
    name.startsWith('styles/') ? `${name}.js` : `parts/${nameOfPart(facadeModuleId) ?? name}-[hash].js`,
  codeSplitting: {
    groups: [
      { name: 'add-styles', test: /\/react\/src\/styles\.ts$/ },
      { name: (id) => /^\0(styles):.*\/client(\/.*)$/.exec(id)?.slice(1).join('') ?? null },
      { name: 'bell', test: /\/react\/src\/(carillon-provider|notification-bell)\.tsx$/ },
      { name: 'panel', test: /\/notification-panel\.tsx$/ },
    ],
  },
};

/** @param outside what is not built in: installed beside it */
function library(
  name: string,
  entry: string,
  outside: string[],
  plugins: Plugin[],
  output: Rolldown.OutputOptions,
): InlineConfig {
  const external = outside.map((installed) => new RegExp(`^${installed}(/|$)`));
  return {
    mode: 'production',
    configFile: false,
    root: at(name),
    publicDir: false,
    logLevel: 'error',
    plugins: [catalogues({ areNumbered: false }), onlySaid(), ...plugins, react()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    resolve: { conditions: ['es2015', ...defaultClientConditions] },
    build: {
      ...TARGETS,
      outDir: at(name, 'dist'),
      emptyOutDir: false,
      sourcemap: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      lib: {
        entry: at(name, 'src', entry),
        formats: ['es'],
        fileName: () => entry.replace(/\.tsx?$/, '.js'),
      },
      rolldownOptions: {
        external,
        // What is imported from beside us has no effect by that alone, so that nothing is imported which is not used.
        treeshake: { moduleSideEffects: [{ external: true, sideEffects: false }] },
        output,
      },
    },
  };
}

/** What stands on a host's page in the place of what only our own pages have. */
const IN_HOSTS: [RegExp, string][] = [
  [/\/router\.ts$/, 'host-router.tsx'],
  [/\/list-select\.tsx$/, 'host-list-select.tsx'],
  [/\/(key-words|use-commands|use-row-commands)\.ts$/, 'host-keys.ts'],
  [/\/(row-check|waiting-notice)\.tsx$/, 'host-nothing.ts'],
];

const standIns = (): Plugin => ({
  name: 'stand-ins',
  enforce: 'pre',
  resolveId(source) {
    const [, file] = IN_HOSTS.find(([own]) => !source.includes('/host-') && own.test(source)) ?? [];
    return file === undefined ? null : at('react/src', file);
  },
});
/** How what is drawn comes to be drawn on hosts' pages. */
export const drawn = (): Plugin[] => [standIns(), shadowStyles()];

export type Package = {
  /** Its folder. */
  name: string;
  /** What its types begin with, by the names of their files. */
  types: Record<string, string>;
  builds: InlineConfig[];
  outside: string[];
};

export const packages: Package[] = [
  {
    name: 'client',
    types: { index: at('client/src/index.ts') },
    builds: [
      library('client', 'index.ts', installedWith('client'), [], {
        chunkFileNames: 'parts/[name]-[hash].js',
      }),
    ],
    outside: installedWith('client'),
  },
  {
    name: 'react',
    types: { index: at('react/src/index.tsx'), elements: at('react/src/elements.tsx') },
    builds: [
      library('react', 'index.tsx', installedWith('react'), drawn(), FOR_BUILDS),
      // For pages without a build of their own: all of it.
      library('react', 'elements.tsx', [], drawn(), { chunkFileNames: 'elements/[name]-[hash].js' }),
    ],
    outside: installedWith('react'),
  },
];
