import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { libraryFolders, unpackDebianPackage } from '../../local/debian-packages.ts';
import type { PostgresBinaries } from '../../local/postgres-binaries.ts';

const INSTALLED = '/';
const VERSIONS = 'usr/lib/postgresql';

/** A PostgreSQL with the programs for its operators, which the one out of npm comes without. */
export interface PostgresWithTools {
  binaries: PostgresBinaries;
  /** Where `pg_dump` and its like are, of the same version. */
  tools: string;
}

/** Debian's: the machine's own, else unpacked into a cache. */
export async function debianPostgres(): Promise<PostgresWithTools> {
  const own = inRoot(INSTALLED);
  if (own) return own;
  const root = await unpackDebianPackage('postgresql');
  spawnSync('chmod', ['-R', 'a+rX', root]); // for root it runs as "nobody"
  return inRoot(root, { LD_LIBRARY_PATH: await libraryFolders(root) })!;
}

function inRoot(root: string, env?: NodeJS.ProcessEnv): PostgresWithTools | undefined {
  const folder = path.join(root, VERSIONS);
  const versions = existsSync(folder) ? readdirSync(folder).sort() : [];
  const isWhole = (name: string) =>
    ['postgres', 'pg_dump'].every((program) => existsSync(path.join(folder, name, 'bin', program)));
  const version = versions.findLast(isWhole);
  if (!version) return undefined;
  const tools = path.join(folder, version, 'bin');
  const [initdb, postgres] = ['initdb', 'postgres'].map((program) => path.join(tools, program)) as [
    string,
    string,
  ];
  return { binaries: { version, initdb, postgres, ...(env && { env }) }, tools };
}
