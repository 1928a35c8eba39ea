import path from 'node:path';
import { libraryFolders, unpackDebianPackage } from './debian-packages.ts';
import { firstThatRuns } from '../run-command.ts';

/** A program of this machine, or one out of a Debian package that was unpacked into the cache. */
export interface Program {
  command: string;
  env: NodeJS.ProcessEnv;
}

/**
 * The machine's own, else Debian's.
 * @param name of the program and of its package
 * @param version what makes it say its version and end
 * @throws Error that says what has to be installed
 */
export async function debianProgram(name: string, version = '--version'): Promise<Program> {
  const own = await firstThatRuns([name, `/usr/sbin/${name}`], {}, version);
  if (own) return { command: own, env: {} };
  return unpackedProgram(name, version).catch((cause: Error) => {
    throw new Error(`The tests need ${name} and found none: install it.`, { cause });
  });
}

/** Debian's, without looking for another. */
export async function unpackedProgram(name: string, version = '--version'): Promise<Program> {
  const root = await unpackDebianPackage(name);
  const env = { LD_LIBRARY_PATH: await libraryFolders(root) };
  const commands = ['usr/bin', 'usr/sbin'].map((folder) => path.join(root, folder, name));
  const command = await firstThatRuns(commands, env, version);
  if (!command) throw new Error(`${name} out of ${root} does not run on this machine`);
  return { command, env };
}
