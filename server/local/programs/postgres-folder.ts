import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { isAlive } from '../background-process.ts';
import { isRoot, NOBODY } from './privileges.ts';

const LAST_RESORT = '/var/lib';

/**
 * The folder that PostgreSQL really uses for the wanted one. They differ only for root: there PostgreSQL runs as "nobody",
 * and when he cannot reach the wanted folder (below a home folder of mode 0700, say), the data goes to a new folder in
 * /var/lib and the wanted one becomes a link to it. So the data stays with the repository, also when that is moved,
 * and removing the link starts afresh.
 */
export function placeForData(wanted: string): string {
  if (existsSync(wanted)) return reachableOrThrow(realpathSync(wanted));
  mkdirSync(path.dirname(wanted), { recursive: true });
  // A link whose target is gone.
  rmSync(wanted, { force: true });
  if (!isRoot || canNobodyReach(realpathSync(path.dirname(wanted)))) {
    mkdirSync(wanted, { mode: 0o700 });
    if (isRoot) chownSync(wanted, NOBODY, NOBODY);
    return realpathSync(wanted);
  }
  const folder = mkdtempSync(path.join(LAST_RESORT, 'carillon-'));
  chownSync(folder, NOBODY, NOBODY);
  symlinkSync(folder, wanted);
  return folder;
}

/** Removes a data folder that no server uses, and what it may link to. */
export function discardData(wanted: string): void {
  if (existsSync(wanted)) rmSync(realpathSync(wanted), { recursive: true, force: true });
  rmSync(wanted, { recursive: true, force: true });
}

function reachableOrThrow(folder: string): string {
  if (isRoot && !canNobodyReach(path.dirname(folder))) {
    throw new Error(
      `As root, PostgreSQL runs as the user "nobody", who cannot reach ${folder}. ` +
        'Make its parent folders traversable (chmod o+x), set DATA_DIR to another place, or do not run as root.',
    );
  }
  return folder;
}

function canNobodyReach(folder: string): boolean {
  const isTraversable = (statSync(folder).mode & 0o001) !== 0;
  return isTraversable && (folder === path.dirname(folder) || canNobodyReach(path.dirname(folder)));
}

/**
 * Refuses a data folder that a living server uses, and clears the mark of a dead one whose process id now belongs to
 * somebody else (after a restart of a container the same few ids come again, and PostgreSQL would refuse for ever).
 */
export function clearStaleMark(folder: string): void {
  const mark = path.join(folder, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const pid = Number(readFileSync(mark, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (!isAlive(pid)) return;
  const commandLine = readCommandLine(pid);
  // Without /proc PostgreSQL has to find out for itself.
  if (commandLine === undefined) return;
  if (commandLine.includes(folder)) {
    throw new Error(
      `The data folder ${folder} is in use by another PostgreSQL (process ${pid}). ` +
        'Is Carillon running already? Stop it, or set DATA_DIR to another folder.',
    );
  }
  rmSync(mark, { force: true });
}

function readCommandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}
