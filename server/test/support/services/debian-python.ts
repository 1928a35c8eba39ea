import { existsSync } from 'node:fs';
import path from 'node:path';
import { libraryFolders, unpackDebianPackage } from '../../../local/programs/debian-packages.ts';
import type { Program } from '../../../local/programs/debian-program.ts';
import { firstThatRuns } from '../../../local/run-command.ts';

const MODULES = 'usr/lib/python3/dist-packages';

/** Debian's Python, for which its packages are made, with some of these: the machine's own, else unpacked into a cache. */
export async function debianPython(packages: readonly string[]): Promise<Program> {
  const roots: string[] = [];
  for (const name of packages) roots.push(await unpackDebianPackage(name));
  const libraries = await Promise.all(roots.map(libraryFolders));
  const env = {
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(path.delimiter),
    PYTHONPATH: ['/', ...roots]
      .map((root) => path.join(root, MODULES))
      .filter((folder) => existsSync(folder))
      .join(path.delimiter),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const pythons = ['/', ...roots].map((root) => path.join(root, 'usr/bin/python3'));
  const command = await firstThatRuns(pythons, env);
  if (!command) throw new Error(`There is no Python in ${roots.join(', ')} or on this machine.`);
  return { command, env };
}
