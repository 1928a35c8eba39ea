import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../../local/repository.ts';

const start = promisify(execFile);

export type PackageName = 'carillon-client' | 'carillon-react';
const FOLDERS: Record<PackageName, string> = { 'carillon-client': 'client', 'carillon-react': 'react' };
export const folderOf = (name: PackageName) => inRepository('client/packages', FOLDERS[name]);

/** Builds them, unless no source has changed since. */
export async function buildPackages(): Promise<void> {
  const newest = (...patterns: string[]) =>
    Math.max(
      0,
      ...globSync(patterns, { cwd: inRepository() }).map((file) => statSync(inRepository(file)).mtimeMs),
    );
  const sources = newest(
    'client/{src,words}/**/*.*',
    'client/packages/*.ts',
    'client/packages/*/{src/*,package.json}',
  );
  const oldest = Math.min(
    ...Object.values(FOLDERS).map((folder) => newest(`client/packages/${folder}/dist/index.d.ts`)),
  );
  const env = { ...process.env, NODE_ENV: 'production' };
  if (oldest < sources) await start(process.execPath, [inRepository('client/packages/build.ts')], { env });
}

/** As it would be published. @returns the tarball */
export async function pack(name: PackageName, into: string): Promise<string> {
  const { stdout } = await start('npm', ['pack', '--json', '--pack-destination', into], {
    cwd: folderOf(name),
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return path.join(into, filename);
}

/**
 * An empty folder with a package in it, unpacked from its tarball, and beside it what it says that it needs, and nothing
 * else: of the repository's own, so that no registry is asked.
 */
export async function folderWith(name: PackageName): Promise<{ folder: string; tarball: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'carillon-host-'));
  const tarball = await pack(name, folder);
  const own = path.join(folder, 'node_modules', name);
  mkdirSync(own, { recursive: true });
  await start('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
  const manifest = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'peerDependencies',
    object
  >;
  linkInto(folder, Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
  return { folder, tarball };
}

/** Puts packages of the repository's own into the folder, so that no registry is asked. */
export function linkInto(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const link = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(inRepository('node_modules', name), link);
  }
}
