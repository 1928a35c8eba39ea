import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { libraryFolders, unpackDebianPackage } from '../../../local/programs/debian-packages.ts';
import type { PostgresBinaries } from '../../../local/programs/postgres-binaries.ts';

const VERSIONS = 'usr/lib/postgresql';

/** A PostgreSQL with the programs for its operators, which the one out of npm comes without. */
export interface PostgresWithTools {
  binaries: PostgresBinaries;
  /** Where `pg_dump` and its like are, of the same version. */
  tools: string;
}

/** Debian's: the machine's own, else what it lacks of it unpacked into a cache. */
export async function debianPostgres(): Promise<PostgresWithTools> {
  const own = among(['/']);
  if (own) return own;
  const root = await unpackDebianPackage('postgresql');
  spawnSync('chmod', ['-R', 'a+rX', root]); // for root it runs as "nobody"
  const found = among([root, '/'], { LD_LIBRARY_PATH: await libraryFolders(root) });
  if (!found) throw new Error(`There is no PostgreSQL with pg_dump in ${root} or on this machine.`);
  return found;
}

function among(roots: string[], env?: NodeJS.ProcessEnv): PostgresWithTools | undefined {
  const folders = roots.map((root) => path.join(root, VERSIONS)).filter((folder) => existsSync(folder));
  const versions = new Set(folders.flatMap((folder) => readdirSync(folder)).sort());
  for (const version of [...versions].reverse()) {
    const folderOf = (program: string) =>
      folders
        .map((folder) => path.join(folder, version, 'bin'))
        .find((bin) => existsSync(path.join(bin, program)));
    const [server, tools] = [folderOf('postgres'), folderOf('pg_dump')];
    if (!server || !tools) continue;
    const [initdb, postgres] = [path.join(server, 'initdb'), path.join(server, 'postgres')];
    return { binaries: { version, initdb, postgres, ...(env && { env }) }, tools };
  }
  return undefined;
}
