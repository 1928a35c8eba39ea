import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { bound } from './privileges.ts';
import { inRepository } from '../repository.ts';

// Longer than the server takes to drain.
const STOP_TIMEOUT_MS = 30_000;

export interface OwnedProcess {
  /** The exit code. */
  ended: Promise<number>;
  /** Asks it to end, in vain only for so long. */
  stop(): void;
}

/**
 * A Node program that writes to our terminal but does not hear its Ctrl-C: the order in which things stop is ours.
 * It has a process group of its own for that.
 */
export function startOwned(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): OwnedProcess {
  const [file, ...rest] = bound(process.execPath, [inRepository(script), ...args], 'TERM');
  const child = spawn(file!, rest, {
    cwd: inRepository(),
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
  return {
    ended,
    stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      void ended.catch(() => undefined).finally(() => clearTimeout(patience));
    },
  };
}
