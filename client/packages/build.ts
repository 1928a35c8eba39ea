// Builds the packages for host applications, each into its own `dist`: "npm run build:packages".
import { rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { build } from 'vite';
import { packages, type Package } from './packages.ts';

for (const one of packages) {
  const dist = path.join(import.meta.dirname, one.name, 'dist');
  rmSync(dist, { recursive: true, force: true });
  for (const config of one.builds) await build(config);
  await writeTypes(one, dist);
}

/** In one file, without what is nobody else's. */
async function writeTypes({ types, outside }: Package, dist: string): Promise<void> {
  const bundle = await rolldown({
    input: types,
    external: outside.map((installed) => new RegExp(`^${installed}(/|$)`)),
    plugins: [dts({ dtsOnly: true, tsconfig: path.join(import.meta.dirname, '../tsconfig.json') })],
  });
  await bundle.write({ dir: dist });
  await bundle.close();
}
