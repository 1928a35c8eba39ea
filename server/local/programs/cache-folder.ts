import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isRoot } from './privileges.ts';

/**
 * Where unpacked binaries live between runs: outside the repository, because as root they are run by "nobody",
 * who cannot look into a home folder.
 */
export function cacheFolder(): string {
  const home = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const folder = isRoot ? '/var/cache/carillon' : path.join(home, 'carillon');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
