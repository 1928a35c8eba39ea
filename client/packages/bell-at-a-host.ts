import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { build, type Rolldown } from 'vite';
import { packages } from './packages.ts';

const FIVE_LINES = path.join(import.meta.dirname, '../../docs/examples/embedding/main.jsx');
const FOLDER = path.join(import.meta.dirname, 'react');
/** What the host has anyway. */
const ITS_OWN = /^(react|react-dom|@apollo\/client|graphql|rxjs)(\/|$)/;

/** The five lines of the docs as a host's own build makes them of the package: the files that it serves. */
export async function bellAtAHost(): Promise<Rolldown.OutputChunk[]> {
  const bundle = await rolldown({
    input: FIVE_LINES,
    cwd: FOLDER,
    platform: 'browser',
    external: ITS_OWN,
    plugins: [installed(await builtPackage())],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return output.filter((file) => file.type === 'chunk');
}

/** What would be in the package, by where. */
async function builtPackage(): Promise<Map<string, string>> {
  const { builds } = packages.find(({ name }) => name === 'react')!;
  const options = { ...builds[0], build: { ...builds[0]!.build, write: false, sourcemap: false } };
  const [{ output }] = (await build(options)) as [Rolldown.RolldownOutput];
  const scripts = output.filter((file) => file.type === 'chunk');
  return new Map(scripts.map(({ fileName, code }) => [path.join(FOLDER, 'dist', fileName), code]));
}

/** The package, as if it were in `node_modules`, with what its manifest says of its files. */
function installed(files: ReadonlyMap<string, string>): Plugin {
  const manifest = readFileSync(path.join(FOLDER, 'package.json'), 'utf8');
  const { sideEffects } = JSON.parse(manifest) as { sideEffects: string[] };
  const doesSomething = (file: string) =>
    sideEffects.some((pattern) => path.matchesGlob(file, path.join(FOLDER, pattern)));
  return {
    name: 'installed',
    resolveId(source, importer = '') {
      const isPackage = source === 'carillon-react';
      const file = isPackage ? path.join(FOLDER, 'dist/index.js') : path.resolve(importer, '..', source);
      return files.has(file) ? { id: file, moduleSideEffects: doesSomething(file) } : null;
    },
    load: (id) => files.get(id),
  };
}
