import path from 'node:path';
import { libraryFolders, unpackDebianPackage } from './debian-packages.ts';
import { isRoot } from './privileges.ts';
import { firstThatRuns, runCommand } from './run-command.ts';

export interface RedisBinary {
  command: string;
  env: NodeJS.ProcessEnv;
}

const NAMES = ['redis-server', 'valkey-server'];

/** Redis is in no npm package. So: the machine's own, else Debian's unpacked into a cache, else Debian's installed. */
export async function redisBinary(): Promise<RedisBinary> {
  const own = await firstThatRuns(NAMES);
  if (own) return { command: own, env: {} };
  try {
    return await unpackedRedis();
  } catch (error) {
    const installed = isRoot ? await installedRedis() : undefined;
    if (installed) return { command: installed, env: {} };
    throw new Error(
      'The tests need a real Redis and found none: install redis-server or valkey-server, ' +
        'or set REDIS_URL to one that they may use.',
      { cause: error },
    );
  }
}

async function unpackedRedis(): Promise<RedisBinary> {
  const root = await unpackDebianPackage('redis-server');
  const env = { LD_LIBRARY_PATH: await libraryFolders(root) };
  const command = path.join(root, 'usr/bin/redis-server');
  if (!(await firstThatRuns([command], env))) throw new Error(`${command} does not run on this machine`);
  return { command, env };
}

async function installedRedis(): Promise<string | undefined> {
  await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server']).catch(
    () => undefined,
  );
  return firstThatRuns(NAMES);
}
