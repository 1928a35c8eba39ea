import { unpackedProgram, type Program } from './debian-program.ts';
import { isRoot } from './privileges.ts';
import { firstThatRuns, runCommand } from '../run-command.ts';

const NAMES = ['redis-server', 'valkey-server'];

/** Redis is in no npm package. So: the machine's own, else Debian's unpacked into a cache, else Debian's installed. */
export async function redisBinary(): Promise<Program> {
  const own = await firstThatRuns(NAMES);
  if (own) return { command: own, env: {} };
  try {
    return await unpackedProgram('redis-server');
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

async function installedRedis(): Promise<string | undefined> {
  await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server']).catch(
    () => undefined,
  );
  return firstThatRuns(NAMES);
}
